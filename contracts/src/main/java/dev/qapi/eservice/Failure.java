package dev.qapi.eservice;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
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

    /** When asking again makes sense; zero if it will say the same. */
    public Duration retryAfter() {
        return Duration.ZERO;
    }

    /** The register says that it knows no such person or case. */
    public static final class NotFound extends Failure {

        private final Instant asOf;
        private final Provenance source;

        /**
         * @param asOf the moment it describes, by the register's clock
         * @param source who said it
         */
        public NotFound(Instant asOf, Provenance source) {
            super(source.register(), "003", null);
            this.asOf = asOf;
            this.source = source;
        }

        /** The moment it describes, by the register's clock. */
        public Instant asOf() {
            return asOf;
        }

        /** Who said it. */
        public Provenance source() {
            return source;
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

        @Override
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

        @Override
        public Duration retryAfter() {
            return Unavailable.USUALLY;
        }
    }

    /**
     * Several sources were asked: none says yes, and at least one that would have to say no gave no answer to rely on.
     * Nothing may be concluded, least of all "no".
     */
    public static final class Undecided extends Failure {

        private final Duration retryAfter;

        /** @param silent the failures of those who gave no answer, at least one */
        public Undecided(List<Failure> silent) {
            super(silent.getFirst().register(), "006", silent.getFirst());
            this.retryAfter = silent.stream()
                    .map(Failure::retryAfter)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
        }

        @Override
        public Duration retryAfter() {
            return retryAfter;
        }
    }
}
