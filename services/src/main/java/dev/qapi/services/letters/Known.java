package dev.qapi.services.letters;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Findings;
import dev.qapi.eservice.Missing;
import dev.qapi.eservice.Reliance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of one letter.
 *
 * @param filed what we have stored
 * @param standing what the register says, if it was asked
 * @param sameSubject every letter about the same person; null if they could not be read
 */
record Known(
        Filed<Letter, DocumentFlow.Registered> filed,
        @Nullable Finding<Standing.Reply> standing,
        @Nullable List<Filed<Letter, DocumentFlow.Registered>> sameSubject) {

    private static final Duration YEAR = Duration.ofDays(365);
    /** From this one on the law does not ask for it to be considered. */
    private static final int TOO_OFTEN = 4;

    /** Told from our own store and from what the register says of each. */
    static <T> Answer<T> answer(T data, List<Known> letters, Instant now, List<Missing> missing) {
        var stored = new Finding.Said<>(Filed.answer(data, now));
        var said = letters.stream().map(Known::standing).filter(Objects::nonNull);
        return new Findings(Stream.<Finding<?>>concat(Stream.of(stored), said).toList())
                .tell(data, Reliance.SAFE, missing);
    }

    Optional<Standing.Now> now() {
        return Optional.ofNullable(standing).flatMap(Finding::data).map(Standing.Reply::letter);
    }

    /**
     * How often the sender has written just this in the year before it, and it; empty as long as that is not too often.
     * The same sent over another channel is no repetition: the two are joined under one number.
     */
    Optional<Integer> tooOften() {
        if (sameSubject == null) {
            return Optional.empty();
        }
        var at = filed.receipt().filedAt();
        var before = sameSubject.stream()
                .filter(other -> other.payload().cameBy() == filed.payload().cameBy())
                .filter(other ->
                        !other.receipt().number().equals(filed.receipt().number()))
                .filter(other -> !other.receipt().filedAt().isAfter(at)
                        && other.receipt().filedAt().isAfter(at.minus(YEAR)))
                .filter(other ->
                        other.payload().text().saysTheSameAs(filed.payload().text()))
                .count();
        return before + 1 >= TOO_OFTEN ? Optional.of((int) before + 1) : Optional.empty();
    }

    /** @param place JSON pointer to the letter */
    List<Missing> missing(String place) {
        return Optional.ofNullable(standing)
                .flatMap(Finding::failure)
                .filter(failure -> !(failure instanceof Failure.NotFound))
                .map(failure -> List.of(Missing.because(failure, place + "/registration/standing")))
                .orElse(List.of());
    }
}
