package dev.qapi.services.owndata;

import static dev.qapi.eservice.Reliance.RECHECK_BEFORE_ACTING;
import static dev.qapi.eservice.Reliance.SAFE;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Findings;
import dev.qapi.eservice.Missing;
import dev.qapi.eservice.Words;
import dev.qapi.services.owndata.Fields.Value;
import dev.qapi.services.owndata.Holding.Entry;
import dev.qapi.services.owndata.Holding.Field;
import dev.qapi.services.owndata.Holding.Held;
import dev.qapi.services.owndata.Holding.Nothing;
import dev.qapi.services.owndata.Holding.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What all the registers said, told as far as they answer. */
record Collected(List<Found> found) {

    record Found(Part part, Finding<? extends Reply> finding) {}

    /** @throws Failure if not one register answers */
    Answer<Holding> tell(Words words) {
        var differences = new Differences();
        var entries = new LinkedHashMap<Part, List<Map<FieldName, Value>>>();
        for (var one : found) {
            var read = one.finding().data().map(Reply::records).orElse(List.of()).stream()
                    .map(entry -> Fields.of(entry, words))
                    .toList();
            read.forEach(differences::see);
            entries.put(one.part(), read);
        }
        var held = new LinkedHashMap<String, Held>();
        var nothingHeld = new ArrayList<Nothing>();
        var missing = new ArrayList<Missing>();
        for (var one : found) {
            var part = one.part();
            switch (one.finding()) {
                case Finding.Said<? extends Reply> said -> {
                    if (said.answer().data().entries().isEmpty()) {
                        nothingHeld.add(Nothing.because(Reason.NONE_RECORDED, part, words));
                    }
                    var told = entries.getOrDefault(part, List.of());
                    if (!told.isEmpty()) {
                        var records = told.stream()
                                .map(entry -> entry(entry, differences, words))
                                .toList();
                        held.put(
                                part.field(),
                                new Held(
                                        Coded.of(part, words),
                                        Coded.of(part.holder(), words),
                                        said.answer().asOf(),
                                        records));
                    }
                }
                case Finding.Silent<? extends Reply> silent -> {
                    if (silent.why() instanceof Failure.NotFound) {
                        nothingHeld.add(Nothing.because(Reason.PERSON_UNKNOWN, part, words));
                    } else {
                        missing.add(Missing.because(silent.why(), "/data/" + part.field()));
                    }
                }
            }
        }
        var all = new Findings(found.stream().<Finding<?>>map(Found::finding).toList());
        if (missing.size() == found.size()) {
            throw first(all.failures());
        }
        var differing =
                differences.all().stream().map(name -> Coded.of(name, words)).toList();
        return all.tell(
                new Holding(differing, held, nothingHeld), missing.isEmpty() ? SAFE : RECHECK_BEFORE_ACTING, missing);
    }

    private static Entry entry(Map<FieldName, Value> entry, Differences differences, Words words) {
        return new Entry(entry.entrySet().stream()
                .map(it -> new Field(Coded.of(it.getKey(), words), it.getValue(), differences.isIn(it.getKey())))
                .toList());
    }

    /** It is one register's own failure: one that may pass, if any may. */
    private static Failure first(List<Failure> failures) {
        return failures.stream()
                .filter(Failure.Unavailable.class::isInstance)
                .findFirst()
                .orElse(failures.getFirst());
    }
}
