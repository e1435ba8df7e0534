package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.registers.Route;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Counts every failure, and raises an alarm at those that smell of an attack rather than of an outage. */
@Component
class Incidents {

    private static final Logger log = LoggerFactory.getLogger(Incidents.class);
    private static final String TLS = "tls";
    private static final Set<String> SUSPICIOUS = Set.of("redirect", "another-subject", "another-request");

    private final MeterRegistry meters;
    private final Set<Register> alarmed = ConcurrentHashMap.newKeySet();

    Incidents(MeterRegistry meters) {
        this.meters = meters;
    }

    void expect(Route route) {
        SUSPICIOUS.forEach(kind -> events(route, kind));
        events(route, TLS);
    }

    private Counter events(Route route, String kind) {
        return meters.counter(
                "qapi.security.events",
                Tags.of("register", route.register().name())
                        .and("via", route.via().name())
                        .and("kind", kind));
    }

    /** @param route the way that ended so */
    Failure count(Failure failure, Route route) {
        meters.counter(
                        "qapi.register.failures",
                        Tags.of("register", failure.register().name())
                                .and("via", route.via().name())
                                .and("code", failure.code()))
                .increment();
        var suspicion = suspicion(failure);
        if (!suspicion.isEmpty()) {
            events(new Route(failure.register(), route.via()), suspicion).increment();
            alarmed.add(route.register());
            log.warn("security event: {} from {}", suspicion, route.name());
        }
        return failure;
    }

    /** It has proved itself again. */
    void allClear(Register register) {
        alarmed.remove(register);
    }

    /** Whether it smelled of an attack, and the register has given no answer since: an open breaker is no all-clear. */
    boolean isAlarmed(Register register) {
        return alarmed.contains(register);
    }

    private static String suspicion(Failure failure) {
        if (failure instanceof Failure.Untrusted untrusted) {
            return SUSPICIOUS.contains(untrusted.why()) ? untrusted.why() : "";
        }
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException tls && Faults.isDistrust(tls)) {
                return TLS;
            }
        }
        return "";
    }
}
