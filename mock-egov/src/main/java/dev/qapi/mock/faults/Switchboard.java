package dev.qapi.mock.faults;

import dev.qapi.mock.wire.NameFault;
import dev.qapi.mock.wire.NameServer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Switches whole systems: their proxies, certificates and names. */
final class Switchboard {

    private final List<Entrance> entrances;
    private final NameServer names;
    private final Map<Entrance, SystemState> states = new HashMap<>();
    private final Map<Entrance, Long> forgotten = new HashMap<>();

    Switchboard(Collection<Entrance> entrances, NameServer names) {
        this.entrances = List.copyOf(entrances);
        this.names = names;
    }

    List<String> systems() {
        return entrances.stream().map(Entrance::system).toList();
    }

    /** @param wide what is to be wrong; returns when it is */
    synchronized void apply(List<Injection> wide) {
        for (var entrance : entrances) {
            var next = SystemState.of(entrance.system(), wide);
            var now = states.getOrDefault(entrance, SystemState.HEALTHY);
            if (!next.equals(now)) {
                change(entrance, now, next);
                states.put(entrance, next);
            }
            dropOnceForgotten(entrance);
        }
    }

    /** Whoever looked a name up just before knows it a little longer, and may have connected once more. */
    private void dropOnceForgotten(Entrance entrance) {
        var at = forgotten.get(entrance);
        if (at != null && System.nanoTime() - at > 0) {
            forgotten.remove(entrance);
            entrance.proxy().dropConnections();
        }
    }

    /** Who is connected already would not notice: connections are dropped. */
    private void change(Entrance entrance, SystemState now, SystemState next) {
        names.fail(entrance.host(), next.name());
        if (next.name() == NameFault.NONE) {
            forgotten.remove(entrance);
        } else {
            forgotten.put(
                    entrance, System.nanoTime() + NameServer.TTL.plusMillis(200).toNanos());
        }
        entrance.tls().fail(next.tls());
        if (next.tls() != now.tls() || next.name() != now.name()) {
            entrance.proxy().dropConnections();
        }
        if (!next.behaviour().equals(now.behaviour())) {
            entrance.proxy().behave(next.behaviour());
        }
    }
}
