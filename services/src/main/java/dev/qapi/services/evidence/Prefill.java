package dev.qapi.services.evidence;

import static dev.qapi.eservice.Caller.PERSON;
import static dev.qapi.eservice.Policy.NEVER_KEPT;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Person;
import dev.qapi.eservice.Prefills;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Sources;
import dev.qapi.eservice.Words;
import dev.qapi.services.evidence.Gathered.Found;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Fetches what other offices already hold about a person, so that no form asks them for it once more. */
@EService("evidence")
class Prefill {

    private final Prefills prefills;
    private final Map<Attribute, Source<Asked, ? extends Reply>> holders;

    Prefill(Iamas iamas, Avis avis, Vvadq vvadq, VisaSystem visas, Sources sources, Prefills prefills) {
        this.prefills = prefills;
        this.holders = Map.of(
                Attribute.IDENTITY, source(sources, Attribute.IDENTITY, Iamas.Persons.class, iamas::person),
                Attribute.LAST_ENTRY, source(sources, Attribute.LAST_ENTRY, Iamas.Crossings.class, iamas::crossings),
                Attribute.EMPLOYMENTS,
                        source(sources, Attribute.EMPLOYMENTS, Avis.Employments.class, avis::employments),
                Attribute.CIVIL_STATUS, source(sources, Attribute.CIVIL_STATUS, Vvadq.Acts.class, vvadq::acts),
                Attribute.VISAS, source(sources, Attribute.VISAS, VisaSystem.Visas.class, visas::visas));
    }

    private static <R extends Reply> Source<Asked, R> source(
            Sources sources, Attribute attribute, Class<R> reply, Function<Asked, Mono<ResponseEntity<R>>> call) {
        return sources.of(attribute.holder(), reply, NEVER_KEPT, call);
    }

    @PostMapping("/fetch")
    @AllowedTo(PERSON)
    Mono<Answer<Told>> fetch(EvidenceInquiry inquiry, Person person, Words words) {
        var purpose = inquiry.purpose();
        return Flux.fromIterable(purpose.needs())
                .flatMapSequential(attribute -> find(attribute, Asked.about(person)))
                .collectList()
                .map(found -> new Gathered(purpose, found).tell(words));
    }

    @GetMapping("/prefill")
    @AllowedTo(PERSON)
    Mono<Answer<Filled>> prefill(@RequestParam FormPath form, Person person, Words words) {
        return prefills.of(form.path(), person).map(answer -> answer.map(fields -> Filled.of(form, fields, words)));
    }

    private Mono<Found> find(Attribute attribute, Asked asked) {
        return Objects.requireNonNull(holders.get(attribute)).find(asked).map(finding -> new Found(attribute, finding));
    }
}
