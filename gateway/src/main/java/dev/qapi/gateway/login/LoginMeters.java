package dev.qapi.gateway.login;

import dev.qapi.eservice.Failure;
import dev.qapi.gateway.problem.LoginNotCompleted;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** How logins end, and how often a session could not be asked for. */
@Component
class LoginMeters {

    private final Counter completed;
    private final Counter abandoned;
    private final Counter away;
    private final Counter untrusted;
    private final Counter failed;
    private final Counter sessionsAway;

    LoginMeters(MeterRegistry meters) {
        this.completed = logins(meters, "COMPLETED");
        this.abandoned = logins(meters, "ABANDONED");
        this.away = logins(meters, "UNAVAILABLE");
        this.untrusted = logins(meters, "UNTRUSTED");
        this.failed = logins(meters, "FAILED");
        this.sessionsAway = meters.counter("qapi.sessions.unavailable");
    }

    private static Counter logins(MeterRegistry meters, String outcome) {
        return meters.counter("qapi.logins", "outcome", outcome);
    }

    void completed() {
        completed.increment();
    }

    Throwable failed(Throwable error) {
        switch (error) {
            case LoginNotCompleted _ -> abandoned.increment();
            case Failure.Untrusted _ -> untrusted.increment();
            case Failure _ -> away.increment();
            default -> failed.increment();
        }
        return error;
    }

    void sessionsAway() {
        sessionsAway.increment();
    }
}
