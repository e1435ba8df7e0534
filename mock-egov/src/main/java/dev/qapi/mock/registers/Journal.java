package dev.qapi.mock.registers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Everything done so far, found by what it is about; where a file is given, a restart finds the country as it was left.
 */
final class Journal {

    private static final Log LOG = LogFactory.getLog(Journal.class);

    private record Key(Class<?> kind, String about) {}

    private final Map<Key, Deed> byReference = new ConcurrentHashMap<>();
    private final Map<Key, Queue<Deed>> deeds = new ConcurrentHashMap<>();
    private final @Nullable DeedsFile file;
    private volatile Duration moved = Duration.ZERO;
    private volatile int sequence;
    private volatile int version;

    /** @param path null for a country that begins anew each time */
    Journal(@Nullable Path path) {
        this.file = path == null ? null : new DeedsFile(path);
        if (file != null) {
            file.lines().forEach(this::read);
        }
    }

    /** A line that says nothing keeps its place, so that no number is given out twice. */
    private void read(String line) {
        try {
            note(Json.MAPPER.readValue(line, Deed.class));
        } catch (JacksonException damaged) {
            sequence++;
            LOG.warn("Line " + sequence + " of the file of deeds is damaged and left out");
        }
    }

    /** Does it, unless it has been done under this reference before; the deed that counts. */
    synchronized <D extends Deed> D once(Class<D> kind, String reference, IntFunction<D> deed) {
        return byReference(kind, reference).orElseGet(() -> done(deed.apply(sequence + 1)));
    }

    private <D extends Deed> D done(D deed) {
        if (file != null) {
            file.append(Json.MAPPER.writerFor(Deed.class).writeValueAsString(deed));
        }
        note(deed);
        return deed;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one writer: in the constructor, or under the lock
    private void note(Deed deed) {
        byReference.put(new Key(deed.getClass(), deed.reference()), deed);
        deed.about()
                .forEach(it -> deeds.computeIfAbsent(new Key(deed.getClass(), it), _ -> new ConcurrentLinkedQueue<>())
                        .add(deed));
        if (deed instanceof Deed.Moved clock) {
            moved = moved.plus(clock.by());
        }
        sequence++;
        version++;
    }

    <D extends Deed> Optional<D> byReference(Class<D> kind, String reference) {
        return Optional.ofNullable(byReference.get(new Key(kind, reference))).map(kind::cast);
    }

    /** Oldest first. */
    <D extends Deed> Stream<D> about(Class<D> kind, String what) {
        var found = deeds.get(new Key(kind, what));
        return found == null ? Stream.of() : found.stream().map(kind::cast);
    }

    Optional<Deed.Paid> payment(String paymentNumber) {
        return about(Deed.Paid.class, paymentNumber).findFirst();
    }

    /** How far the clock has been moved. */
    Duration moved() {
        return moved;
    }

    /** Another after every change. */
    int version() {
        return version;
    }

    /** As if nothing had ever been done. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // under the lock
    synchronized void forget() {
        byReference.clear();
        deeds.clear();
        moved = Duration.ZERO;
        sequence = 0;
        version++;
        if (file != null) {
            file.clear();
        }
    }
}
