package dev.qapi.services.owndata;

import static dev.qapi.eservice.Caller.PERSON;
import static dev.qapi.eservice.Policy.fresh;
import static dev.qapi.eservice.Register.AVIS;
import static dev.qapi.eservice.Register.GATEWAY;
import static dev.qapi.eservice.Register.IAMAS;
import static dev.qapi.eservice.Register.VISA;
import static dev.qapi.eservice.Register.VVADQ;

import dev.qapi.eservice.Accesses;
import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Attachments;
import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Filings;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Person;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Sources;
import dev.qapi.eservice.Words;
import dev.qapi.services.owndata.Collected.Found;
import dev.qapi.services.owndata.Seen.Asked;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells people what is held on them, and who has looked at it. */
@EService("own-data")
class OwnData {

    private static final Policy POLICY = fresh(Duration.ofSeconds(60)).orStale(Duration.ofHours(1));
    private static final int PAGE = 50;
    private static final int DAYS = 30;

    private final Map<Part, Source<Sought, ? extends Reply>> holders = new LinkedHashMap<>();
    private final Sources sources;
    private final Corrections corrections;
    private final Accesses accesses;
    private final Clock clock;

    OwnData(
            Iamas iamas,
            Avis avis,
            Vvadq vvadq,
            VisaSystem visas,
            Vmms vmms,
            Sources sources,
            Accesses accesses,
            Filings filings,
            Attachments files,
            Clock clock) {
        this.sources = sources;
        this.accesses = accesses;
        this.clock = clock;
        ask(Part.IDENTITY, Iamas.Persons.class, iamas::person);
        ask(Part.CROSSINGS, Crossings.class, iamas::crossings);
        ask(Part.REGISTRATIONS, Vmms.Registrations.class, vmms::registrations);
        ask(Part.PERMITS, Permits.class, vmms::permits);
        ask(Part.EMPLOYMENTS, Avis.Employments.class, avis::employments);
        ask(Part.CIVIL_STATUS, Vvadq.Acts.class, vvadq::acts);
        ask(Part.VISAS, VisaSystem.Visas.class, visas::visas);
        this.corrections = new Corrections(
                filings.of(
                        "own-data",
                        Corrections.OWNER,
                        Correction.class,
                        Noted.class,
                        delivery -> iamas.correct(Noted.Form.of(delivery))),
                writers(iamas, avis, vvadq, visas),
                files,
                clock);
        corrections.watch();
    }

    private Map<Part, Source<Sought, ? extends Reply>> writers(Iamas iamas, Avis avis, Vvadq vvadq, VisaSystem visas) {
        var writers = new LinkedHashMap<Part, Source<Sought, ? extends Reply>>();
        writers.put(Part.IDENTITY, sources.of(IAMAS, Iamas.Persons.class, Policy.NEVER_KEPT, iamas::person));
        writers.put(Part.EMPLOYMENTS, sources.of(AVIS, Avis.Employments.class, Policy.NEVER_KEPT, avis::employments));
        writers.put(Part.CIVIL_STATUS, sources.of(VVADQ, Vvadq.Acts.class, Policy.NEVER_KEPT, vvadq::acts));
        writers.put(Part.VISAS, sources.of(VISA, VisaSystem.Visas.class, Policy.NEVER_KEPT, visas::visas));
        return writers;
    }

    private <R extends Reply> void ask(Part part, Class<R> reply, Function<Sought, Mono<ResponseEntity<R>>> call) {
        holders.put(part, sources.of(part.holder(), reply, POLICY, call));
    }

    @GetMapping("/fields")
    @AllowedTo(PERSON)
    Mono<Answer<Holding>> fields(Person person, Words words) {
        var sought = Sought.of(person);
        return Flux.fromIterable(holders.entrySet())
                .flatMapSequential(one -> one.getValue().find(sought).map(finding -> new Found(one.getKey(), finding)))
                .collectList()
                .map(found -> new Collected(found).tell(words));
    }

    @PostMapping("/corrections")
    @AllowedTo(PERSON)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answer<CorrectionTold>> correct(Attempt attempt, CorrectionInquiry inquiry, Person person, Words words) {
        return corrections.file(attempt, inquiry, person, words);
    }

    @GetMapping("/corrections")
    @AllowedTo(PERSON)
    Mono<Answer<OwnCorrections>> corrections(Person person, Words words) {
        return corrections.own(person, words);
    }

    @GetMapping("/accesses")
    @AllowedTo(PERSON)
    Mono<Answer<Seen>> accesses(@RequestParam @Nullable Cursor after, Person person, Words words) {
        var now = clock.instant();
        return Mono.zip(
                accesses.of(person, after == null ? null : after.mark(), PAGE),
                accesses.count(person, Subject.RESTRICTIONS.eservice(), now.minus(Duration.ofDays(DAYS))),
                (page, times) -> new Answer<>(
                        Seen.of(page, new Asked(DAYS, times), words),
                        page.completeUntil(),
                        Freshness.FRESH,
                        Reliance.SAFE,
                        List.of(new Provenance(GATEWAY, GATEWAY, now, null)),
                        List.of()));
    }
}
