package dev.qapi.mock.registers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Everything done so far, in order; where a file is given, one line of it a deed, so that a restart finds the country
 * as it was left.
 */
final class Journal {

    private final List<Deed> deeds = new CopyOnWriteArrayList<>();
    private final Map<String, Deed> byReference = new ConcurrentHashMap<>();
    private final Map<String, Deed.Paid> payments = new ConcurrentHashMap<>();
    private final @Nullable Path file;

    /** @param file null for a country that begins anew each time */
    Journal(@Nullable Path file) {
        this.file = file;
        if (file != null && Files.exists(file)) {
            read(file);
        }
    }

    /** A line that a killed process left unfinished was never acknowledged. */
    private void read(Path lines) {
        try (var all = Files.lines(lines)) {
            all.forEach(line -> {
                try {
                    note(Json.MAPPER.readValue(line, Deed.class));
                } catch (JacksonException unfinished) {
                    // the deed did not happen
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Does it, unless it has been done under this reference before; the deed that counts. */
    synchronized <D extends Deed> D once(Class<D> kind, String reference, IntFunction<D> deed) {
        var before = byReference.get(kind.getSimpleName() + reference);
        return before != null ? kind.cast(before) : kind.cast(done(deed.apply(deeds.size() + 1)));
    }

    private Deed done(Deed deed) {
        if (file != null) {
            try {
                var line = Json.MAPPER.writerFor(Deed.class).writeValueAsString(deed) + '\n';
                Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        note(deed);
        return deed;
    }

    private void note(Deed deed) {
        deeds.add(deed);
        byReference.put(deed.getClass().getSimpleName() + deed.reference(), deed);
        if (deed instanceof Deed.Paid paid) {
            payments.put(paid.paymentNumber().reveal(), paid);
        }
    }

    <D extends Deed> Stream<D> all(Class<D> kind) {
        return deeds.stream().filter(kind::isInstance).map(kind::cast);
    }

    Optional<Deed.Paid> payment(String paymentNumber) {
        return Optional.ofNullable(payments.get(paymentNumber));
    }

    int size() {
        return deeds.size();
    }

    /** As if nothing had ever been done. */
    synchronized void forget() {
        deeds.clear();
        byReference.clear();
        payments.clear();
        if (file != null) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
