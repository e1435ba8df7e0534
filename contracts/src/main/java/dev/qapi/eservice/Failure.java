package dev.qapi.eservice;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Why there is no answer. Sealed: a new kind does not compile until every switch has decided on it. A failure is an
 * answer of its own and carries no personal data: neither the inquiry nor the register's text.
 */
public abstract sealed class Failure extends RuntimeException {

    private final Register register;
    private final String reason;

    private Failure(Register register, String reason, @Nullable Throwable cause) {
        super(register.family() + reason, cause, false, false);
        this.register = register;
        this.reason = reason;
    }

    /** Who gave none. */
    public Register register() {
        return register;
    }

    /** Three digits: the second half of the code, the same for every register. */
    public String reason() {
        return reason;
    }

    /** Family and reason, five digits, stable for ever. */
    public String code() {
        return register.family() + reason;
    }

    /** The register says that it knows no such person or case. */
    public static final class NotFound extends Failure {
        public NotFound(Register register) {
            super(register, "003", null);
        }
    }

    /** The register says that it knows more than one. */
    public static final class Ambiguous extends Failure {
        public Ambiguous(Register register) {
            super(register, "005", null);
        }
    }

    /** Why a register cannot be had. */
    public enum Outage {
        DOWN("001"),
        TIMEOUT("002"),
        UNREACHABLE("004"),
        LIMITED("008");

        private final String reason;

        Outage(String reason) {
            this.reason = reason;
        }
    }

    /** The register gave no answer, and no kept one was young enough. */
    public static final class Unavailable extends Failure {

        /** When asking again makes sense if nobody says anything better. */
        public static final Duration USUALLY = Duration.ofSeconds(5);

        private final Duration retryAfter;

        /**
         * @param outage what happened
         * @param retryAfter when asking again makes sense
         * @param cause for the log; its text never reaches a person
         */
        public Unavailable(Register register, Outage outage, Duration retryAfter, @Nullable Throwable cause) {
            super(register, outage.reason, cause);
            this.retryAfter = retryAfter;
        }

        /** When asking again makes sense. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** The register answered, but nothing may be told from it: wrong shape, another person, incomplete, out of date. */
    public static final class Untrusted extends Failure {

        private final String why;

        /** @param why one word for metrics and the log, never a part of the reply */
        public Untrusted(Register register, String why, @Nullable Throwable cause) {
            super(register, "050", cause);
            this.why = why;
        }

        /** One word: what was wrong. */
        public String why() {
            return why;
        }
    }
}
