package dev.qapi.mock.wire;

import java.io.IOException;
import java.time.Duration;

/** Where replies flow through on their way to a client. */
@FunctionalInterface
interface Valve {

    /** Of one second, a narrow line's share that is sent at once. */
    int SLICES_PER_SECOND = 20;

    /**
     * @param isStart whether a reply begins with these bytes
     * @return whether anything may follow
     */
    boolean pass(byte[] bytes, int length, boolean isStart) throws IOException;

    static Valve of(Behaviour behaviour, Client client) {
        return switch (behaviour) {
            case Behaviour.Fixed.SILENT -> (bytes, length, isStart) -> client.awaitItsEnd();
            case Behaviour.Fixed.HALF_CLOSE -> (bytes, length, isStart) -> true;
            case Behaviour.Fixed _, Behaviour.Flapping _ -> (bytes, length, isStart) -> client.send(bytes, 0, length);
            case Behaviour.ResetAfter reset -> new Limit(reset.bytes(), client, client::resetSoon);
            case Behaviour.Truncate truncate -> new Limit(truncate.bytes(), client, client::finish);
            case Behaviour.Latency latency ->
                (bytes, length, isStart) -> (!isStart || client.pause(latency.each())) && client.send(bytes, 0, length);
            case Behaviour.Slicer slicer -> slices(slicer.bytes(), slicer.pause(), client);
            case Behaviour.Bandwidth(long rate) -> {
                var slice = Math.max(1, rate / SLICES_PER_SECOND);
                var pause = Duration.ofSeconds(slice).dividedBy(rate);
                yield slices((int) Math.min(slice, Integer.MAX_VALUE), pause, client);
            }
            case Behaviour.Corrupt corrupt -> {
                var corruption = new Corruption(corrupt.seed());
                yield (bytes, length, isStart) -> {
                    corruption.spoil(bytes, length);
                    return client.send(bytes, 0, length);
                };
            }
        };
    }

    private static Valve slices(int size, Duration pause, Client client) {
        return (bytes, length, isStart) -> {
            for (var sent = 0; sent < length; sent += size) {
                if (!client.send(bytes, sent, Math.min(size, length - sent)) || !client.pause(pause)) {
                    return false;
                }
            }
            return true;
        };
    }
}
