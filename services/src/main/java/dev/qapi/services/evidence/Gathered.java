package dev.qapi.services.evidence;

import static dev.qapi.eservice.Reliance.RECHECK_BEFORE_ACTING;
import static dev.qapi.eservice.Reliance.SAFE;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Findings;
import dev.qapi.eservice.Missing;
import dev.qapi.eservice.Words;
import dev.qapi.services.evidence.Told.Held;
import dev.qapi.services.evidence.Told.Nothing;
import dev.qapi.services.evidence.Told.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What was found for a purpose. A form is filled in as far as the offices answer, and the rest is said to be missing. */
record Gathered(Purpose purpose, List<Found> found) {

    record Found(Attribute attribute, Finding<? extends Reply> finding) {}

    /** @throws Failure if not one office answers */
    Answer<Told> tell(Words words) {
        var held = new LinkedHashMap<String, Held>();
        var nothingHeld = new ArrayList<Nothing>();
        var missing = new ArrayList<Missing>();
        for (var one : found) {
            var attribute = one.attribute();
            switch (one.finding()) {
                case Finding.Said<? extends Reply> said -> {
                    var part = held(attribute, said.answer(), words);
                    if (part.entries().isEmpty()) {
                        nothingHeld.add(Nothing.because(Reason.NONE_RECORDED, attribute, words));
                    } else {
                        held.put(attribute.field(), part);
                    }
                }
                case Finding.Silent<? extends Reply> silent -> {
                    if (silent.why() instanceof Failure.NotFound) {
                        nothingHeld.add(Nothing.because(Reason.PERSON_UNKNOWN, attribute, words));
                    } else {
                        missing.add(Missing.because(silent.why(), "/data/" + attribute.field()));
                    }
                }
            }
        }
        var all = new Findings(found.stream().<Finding<?>>map(Found::finding).toList());
        if (missing.size() == found.size()) {
            throw first(all.failures());
        }
        return all.tell(
                new Told(Coded.of(purpose, words), held, nothingHeld),
                missing.isEmpty() ? SAFE : RECHECK_BEFORE_ACTING,
                missing);
    }

    private static Held held(Attribute attribute, Answer<? extends Reply> answer, Words words) {
        var reply = answer.data();
        return new Held(Coded.of(attribute.holder(), words), answer.asOf(), reply.writtenAs(), reply.entries(words));
    }

    /** Nothing is concluded from several answers here, so it is one office's own failure: one that may pass, if any may. */
    private static Failure first(List<Failure> failures) {
        return failures.stream()
                .filter(Failure.Unavailable.class::isInstance)
                .findFirst()
                .orElse(failures.getFirst());
    }
}
