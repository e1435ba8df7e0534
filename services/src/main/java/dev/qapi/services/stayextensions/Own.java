package dev.qapi.services.stayextensions;

import dev.qapi.eservice.Answer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The newest extensions that were asked for by who is logged in.
 *
 * @param total how many there are in all
 */
record Own(List<Told> extensions, int total) {

    static Answer<Own> answer(Telling telling, List<Known> newest, int total, Instant now) {
        var missing = IntStream.range(0, newest.size())
                .mapToObj(at -> newest.get(at).missing("/data/extensions/" + at))
                .flatMap(List::stream)
                .toList();
        return Known.answer(new Own(newest.stream().map(telling::of).toList(), total), newest, now, missing);
    }
}
