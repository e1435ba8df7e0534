package dev.qapi.services.owndata;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Attachments;
import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Filing;
import dev.qapi.eservice.Person;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Words;
import dev.qapi.services.owndata.Collected.Found;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes corrections of how a person is written, and compares what the registers write with them.
 *
 * @param asked the registers that may write a person, each asked anew every time: what was kept proves no correction
 */
record Corrections(
        Filing<Correction, Noted> filing,
        Map<Part, Source<Sought, ? extends Reply>> asked,
        Attachments files,
        Clock clock) {
    /** The register of persons: the others write them as it does, once they have heard of it. */
    static final Register OWNER = Register.IAMAS;

    Mono<Answer<CorrectionTold>> file(Attempt attempt, CorrectionInquiry inquiry, Person person, Words words) {
        return files.named(inquiry.files())
                .flatMap(attached -> filing.file(attempt, Correction.of(inquiry, person, attached), person.subject()))
                .map(filed -> Filed.answer(CorrectionTold.of(filed, null, words), clock.instant()));
    }

    Mono<Answer<OwnCorrections>> own(Person person, Words words) {
        return filing.by(person.subject())
                .flatMap(mine -> (mine.isEmpty() ? Mono.just(List.<Found>of()) : ask(Sought.of(person)))
                        .map(found -> OwnCorrections.answer(mine, found, clock.instant(), words)));
    }

    private Mono<List<Found>> ask(Sought sought) {
        return Flux.fromIterable(asked.entrySet())
                .flatMapSequential(one -> one.getValue().find(sought).map(finding -> new Found(one.getKey(), finding)))
                .collectList();
    }
}
