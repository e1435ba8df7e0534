package dev.qapi.mock.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What comes back over one connection, through the proxy's behaviour or, for one reply, through the inspector's. */
final class Replies implements Runnable {

    private final Connection connection;
    private final FaultProxy proxy;
    private final byte[] buffer;
    private Behaviour behaviour;
    private Valve valve;
    private @Nullable Valve once;

    Replies(Connection connection, FaultProxy proxy, byte[] buffer) {
        this.connection = connection;
        this.proxy = proxy;
        this.buffer = buffer;
        this.behaviour = proxy.behaviour();
        this.valve = Valve.of(behaviour, connection.client());
    }

    @Override
    public void run() {
        try {
            var upstream = connection.upstream().getInputStream();
            for (var length = 0; length >= 0; length = upstream.read(buffer)) {
                if (length > 0 && !pass(length)) {
                    return;
                }
            }
            connection.client().finish();
        } catch (IOException cut) {
            connection.reset();
        } finally {
            Quietly.close(connection.upstream());
        }
    }

    private boolean pass(int length) throws IOException {
        if (proxy.behaviour() != behaviour) {
            behaviour = proxy.behaviour();
            valve = Valve.of(behaviour, connection.client());
        }
        var isStart = connection.isReplyDue();
        if (isStart) {
            once = null;
            var spoilt = proxy.inspector().inspect(buffer, length);
            if (spoilt != null) {
                return play(spoilt);
            }
        }
        return (once == null ? valve : once).pass(buffer, length, isStart);
    }

    private boolean play(Spoilt spoilt) throws IOException {
        var now = valve;
        if (spoilt.then() != Behaviour.Fixed.PASS) {
            once = now = Valve.of(spoilt.then(), connection.client());
        }
        var goesOn = spoilt.pause().isZero() || connection.client().pause(spoilt.pause());
        var isStart = true;
        for (var length = 0; goesOn && length >= 0; length = spoilt.start().read(buffer)) {
            if (length > 0) {
                goesOn = now.pass(buffer, length, isStart);
                isStart = false;
            }
        }
        return goesOn;
    }
}
