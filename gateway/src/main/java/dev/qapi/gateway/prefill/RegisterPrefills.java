package dev.qapi.gateway.prefill;

import dev.qapi.contract.Prefill;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Finding;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Missing;
import dev.qapi.eservice.Objection;
import dev.qapi.eservice.Person;
import dev.qapi.eservice.Prefills;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Supplied;
import dev.qapi.gateway.prefill.Holders.Place;
import dev.qapi.identifier.FreeText;
import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.Malformed.Rule;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks every register that a form needs at the same time, each once. */
@Component
class RegisterPrefills implements Prefills {

    private static final String NOTHING = "003";
    static final String UNREADABLE = "050";

    private final Holders holders;
    private final Clock clock;

    RegisterPrefills(Holders holders, Clock clock) {
        this.holders = holders;
        this.clock = clock;
    }

    @Override
    public Mono<Answer<List<Supplied>>> of(String form, Person person) {
        var fields = Forms.of(form);
        return fields.isEmpty()
                ? Mono.error(new Objection("/form", Rule.SHAPE))
                : found(fields, person).map(found -> answer(fields, found));
    }

    /** The same for a form that is being filed. */
    Mono<List<Supplied>> supplied(List<Prefill> fields, Person person) {
        return found(fields, person)
                .map(found ->
                        fields.stream().map(field -> supplied(field, found)).toList());
    }

    private Mono<Map<Place, Finding<Held>>> found(List<Prefill> fields, Person person) {
        return Flux.fromStream(fields.stream().map(Place::of).distinct())
                .flatMap(place -> holders.find(place, person).map(finding -> Map.entry(place, finding)))
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Finding<Held> finding(Prefill field, Map<Place, Finding<Held>> found) {
        return Objects.requireNonNull(found.get(Place.of(field)));
    }

    private static Supplied supplied(Prefill field, Map<Place, Finding<Held>> found) {
        var path = "/" + field.name();
        return switch (finding(field, found)) {
            case Finding.Silent<Held> silent ->
                new Supplied(path, null, field.register(), null, silent.why().code());
            case Finding.Said<Held> said ->
                said(
                        path,
                        field.register(),
                        said.answer().data().text(field.values()),
                        said.answer().asOf());
        };
    }

    private static Supplied said(String path, Register register, String text, Instant asOf) {
        try {
            return text.isEmpty()
                    ? new Supplied(path, null, register, null, register.family() + NOTHING)
                    : new Supplied(path, FreeText.of(text), register, asOf, null);
        } catch (Malformed e) {
            return new Supplied(path, null, register, null, register.family() + UNREADABLE);
        }
    }

    private Answer<List<Supplied>> answer(List<Prefill> fields, Map<Place, Finding<Held>> found) {
        var supplied = fields.stream().map(field -> supplied(field, found)).toList();
        var missing = new ArrayList<Missing>();
        for (var at = 0; at < fields.size(); at++) {
            if (finding(fields.get(at), found) instanceof Finding.Silent<Held> silent
                    && !(silent.why() instanceof Failure.NotFound)) {
                missing.add(Missing.because(silent.why(), "/data/fields/" + at + "/value"));
            }
        }
        return new Answer<>(
                supplied,
                clock.instant(),
                missing.isEmpty() ? Freshness.FRESH : Freshness.PARTIAL,
                missing.isEmpty() ? Reliance.SAFE : Reliance.RECHECK_BEFORE_ACTING,
                found.values().stream()
                        .flatMap(finding -> sources(finding).stream())
                        .toList(),
                missing);
    }

    private static List<Provenance> sources(Finding<Held> finding) {
        return switch (finding) {
            case Finding.Said<Held> said -> said.answer().sources();
            case Finding.Silent<Held> silent ->
                silent.why() instanceof Failure.NotFound nobody ? List.of(nobody.source()) : List.of();
        };
    }
}
