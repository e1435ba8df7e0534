package dev.qapi.mock.faults;

import dev.qapi.mock.wire.Behaviour;
import dev.qapi.mock.wire.NameFault;
import dev.qapi.mock.wire.TlsFault;
import java.util.List;

/** What is wrong with a whole system. */
record SystemState(Behaviour behaviour, TlsFault tls, NameFault name) {

    static final SystemState HEALTHY = new SystemState(Behaviour.Fixed.PASS, TlsFault.NONE, NameFault.NONE);

    /** The youngest of each kind counts. */
    static SystemState of(String system, List<Injection> wide) {
        var state = HEALTHY;
        for (var injection : wide) {
            if (injection.target().matches(new Target(null, system, null))) {
                state = state.and(injection.choice());
            }
        }
        return state;
    }

    private SystemState and(Choice choice) {
        return switch (choice.fault()) {
            case F01, F35 -> new SystemState(Behaviour.Fixed.REFUSED, tls, name);
            case F02 -> new SystemState(Behaviour.Fixed.BLACK_HOLE, tls, name);
            case F06 -> new SystemState(Behaviour.Fixed.RESET_ON_ACCEPT, tls, name);
            case F30 -> new SystemState(behaviour, TlsFault.EXPIRED, name);
            case F31 -> new SystemState(behaviour, TlsFault.OTHER_HOST, name);
            case F32 -> new SystemState(behaviour, TlsFault.UNKNOWN_CA, name);
            case F33 -> {
                var stalls = choice.variant().equals("stalls");
                yield new SystemState(behaviour, stalls ? TlsFault.HANDSHAKE_STALLS : TlsFault.TLS_1_1_ONLY, name);
            }
            case F37 -> {
                var silent = choice.variant().equals("silent");
                yield new SystemState(behaviour, tls, silent ? NameFault.SILENT : NameFault.NXDOMAIN);
            }
            default -> this;
        };
    }
}
