package dev.qapi.services.owndata;

import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Attachments;
import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.Course;
import dev.qapi.eservice.Failure;
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

    /** From now on who filed one hears what has come of it. */
    void watch() {
        filing.watch(this::course);
    }

    /** What has come of one; an error while its owner is silent, since without its word nothing has. */
    private Mono<Course> course(Filed<Correction, Noted> filed) {
        var wanted = filed.payload();
        return ask(Sought.of(wanted))
                .flatMap(found -> found.stream()
                        .filter(one -> one.part().holder() == OWNER)
                        .flatMap(one -> one.finding().failure().stream())
                        .filter(why -> !(why instanceof Failure.NotFound))
                        .findFirst()
                        .<Mono<Course>>map(Mono::error)
                        .orElseGet(() -> Mono.just(CorrectionTold.course(
                                wanted.field(), OwnCorrections.agreements(wanted, found, Enum::name)))));
    }

    private Mono<List<Found>> ask(Sought sought) {
        return Flux.fromIterable(asked.entrySet())
                .flatMapSequential(one -> one.getValue().find(sought).map(finding -> new Found(one.getKey(), finding)))
                .collectList();
    }
}
