package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Findings;
import dev.qapi.eservice.Missing;
import dev.qapi.eservice.Reliance;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one extension.
 *
 * @param filed what we have stored
 * @param found what VMMS says of it, if it has it and was asked
 * @param inTime only when it is filed
 */
record Known(
        Filed<Extension, Registered> filed,
        @Nullable Finding<Progress.Reply> found,
        @Nullable InTime inTime) {

    /** Told from our own store and from what the register says of each. */
    static <T> Answer<T> answer(T data, List<Known> all, Instant now, List<Missing> missing) {
        var stored = new Finding.Said<>(Filed.answer(data, now));
        var said = all.stream().flatMap(Known::findings);
        return new Findings(Stream.<Finding<?>>concat(Stream.of(stored), said).toList())
                .tell(data, Reliance.SAFE, missing);
    }

    private Stream<Finding<?>> findings() {
        return Stream.<@Nullable Finding<?>>of(found, inTime == null ? null : inTime.found())
                .filter(Objects::nonNull);
    }

    Optional<Progress> progress() {
        return Optional.ofNullable(found).flatMap(Finding::data).map(Progress.Reply::application);
    }

    /** @param place JSON pointer to it */
    List<Missing> missing(String place) {
        if (inTime != null) {
            return inTime.missing();
        }
        return Optional.ofNullable(found)
                .flatMap(Finding::failure)
                .filter(failure -> !(failure instanceof Failure.NotFound))
                .map(failure -> List.of(Missing.because(failure, place + "/application/status")))
                .orElse(List.of());
    }
}
