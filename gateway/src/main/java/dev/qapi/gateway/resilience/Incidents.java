package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Failure;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Set;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts every failure, and raises an alarm at those that smell of an attack rather than of an outage. */
@Component
class Incidents {

    private static final Logger log = LoggerFactory.getLogger(Incidents.class);
    private static final Set<String> SUSPICIOUS = Set.of("redirect", "another-subject", "another-request");

    private final MeterRegistry meters;

    Incidents(MeterRegistry meters) {
        this.meters = meters;
    }

    void count(Throwable fault) {
        if (fault instanceof Failure failure) {
            meters.counter(
                            "qapi.register.failures",
                            "register",
                            failure.register().name(),
                            "code",
                            failure.code())
                    .increment();
            var suspicion = suspicion(failure);
            if (!suspicion.isEmpty()) {
                meters.counter(
                                "qapi.security.events",
                                "register",
                                failure.register().name(),
                                "kind",
                                suspicion)
                        .increment();
                log.warn("security event: {} from {}", suspicion, failure.register());
            }
        }
    }

    private static String suspicion(Failure failure) {
        if (failure instanceof Failure.Untrusted untrusted) {
            return SUSPICIOUS.contains(untrusted.why()) ? untrusted.why() : "";
        }
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return "tls";
            }
        }
        return "";
    }
}
