package dev.qapi.eservice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SequencedMap;
import reactor.core.publisher.Mono;

/** Writes what was decided as a PDF/A that anybody can verify without asking us, by the signed code on it. */
public interface Papers {
    /** Off the event loop. */
    Mono<Paper> write(Draft draft);

    /**
     * What stands on it.
     *
     * @param language of its words, {@code az}, {@code ru} or {@code en}
     * @param title the heading
     * @param lines what a person reads, each with its label
     * @param notes sentences below them
     * @param stamped what the code says
     */
    record Draft(
            String language, String title, SequencedMap<String, String> lines, List<String> notes, Stamped stamped) {}

    /**
     * What the code on the paper says, signed. It goes wherever the paper goes, so it names nobody.
     *
     * @param kind which paper it is, the id of the e-service
     * @param number of the decision
     * @param until the last day on which it holds
     * @param holder the number of the holder's document, all but its ends left out
     * @param at when it was written
     */
    record Stamped(String kind, String number, LocalDate until, String holder, Instant at) {}
}
