package dev.qapi.services.stayextensions;

import static dev.qapi.eservice.Caller.ANONYMOUS;
import static dev.qapi.eservice.Caller.PERSON;
import static dev.qapi.eservice.Policy.fresh;
import static dev.qapi.eservice.Register.VMMS;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Attachments;
import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Filing;
import dev.qapi.eservice.Filings;
import dev.qapi.eservice.Paper;
import dev.qapi.eservice.Papers;
import dev.qapi.eservice.Person;
import dev.qapi.eservice.Sources;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.Identifier;
import dev.qapi.law.Tariffs;
import dev.qapi.law.WorkingDays;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import reactor.core.publisher.Mono;

/** Takes wishes to stay longer, whatever is down, and tells what has become of them. */
@EService("stay-extensions")
class StayExtensions {
    private final Filing<Extension, Registered> extensions;
    private final Shelf shelf;
    private final StayCheck check;
    private final Attachments files;
    private final Papers papers;
    private final Tariffs tariffs = Tariffs.read();
    private final WorkingDays calendar = WorkingDays.read();
    private final Clock clock;

    StayExtensions(Vmms vmms, Filings filings, Sources sources, Attachments files, Papers papers, Clock clock) {
        this.extensions = filings.of(
                "stay-extensions",
                VMMS,
                Extension.class,
                Registered.class,
                delivery -> vmms.file(Vmms.Form.of(delivery)));
        this.shelf = new Shelf(
                extensions,
                sources.of(
                        VMMS,
                        Progress.Reply.class,
                        fresh(Duration.ofSeconds(60))
                                .orStale(Duration.ofHours(1))
                                .unlessAttacked(),
                        vmms::progress));
        this.check = StayCheck.by(vmms, sources, clock);
        this.files = files;
        this.papers = papers;
        this.clock = clock;
    }

    /** What somebody files who is logged in is on their list, whoever it is about. */
    @PostMapping
    @AllowedTo(ANONYMOUS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answer<Told>> file(Attempt attempt, ExtensionInquiry inquiry, @Nullable Person person, Words words) {
        return files.named(inquiry.files())
                .map(attached -> inquiry.of(inquiry.document(), inquiry.birthDate(), inquiry.citizenship(), attached))
                .flatMap(wanted -> file(attempt, wanted, person == null ? List.of() : person.subject(), words));
    }

    @PostMapping("/own")
    @AllowedTo(PERSON)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answer<Told>> fileOwn(Attempt attempt, OwnExtension inquiry, Person person, Words words) {
        return files.named(inquiry.files())
                .flatMap(attached -> file(attempt, inquiry.of(person, attached), person.subject(), words));
    }

    private Mono<Answer<Told>> file(Attempt attempt, Extension wanted, List<Identifier> owner, Words words) {
        var inTime = check.of(wanted).cache();
        return extensions
                .file(attempt, wanted, owner, inTime.flatMap(StayCheck::objection))
                .zipWith(inTime, (filed, found) -> new Known(filed, null, found))
                .map(known -> told(known, words));
    }

    @PostMapping("/track")
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Told>> track(ExtensionTracking inquiry, Words words) {
        return extensions
                .find(inquiry.number(), inquiry.subject())
                .flatMap(shelf::look)
                .map(known -> told(known, words));
    }

    /** What VMMS says just now, or a decision that it has issued within the hour. */
    @PostMapping(path = "/decision", produces = "application/pdf")
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Paper>> decision(ExtensionTracking inquiry, Words words) {
        return extensions
                .find(inquiry.number(), inquiry.subject())
                .flatMap(filed -> shelf.progress(filed)
                        .flatMap(found -> papers.write(Decision.of(
                                                filed.payload(), found.data().application())
                                        .draft(words, clock.instant()))
                                .map(paper -> found.map(_ -> paper))));
    }

    @GetMapping("/own")
    @AllowedTo(PERSON)
    Mono<Answer<Own>> own(Person person, Words words) {
        return extensions
                .by(person.subject())
                .flatMap(mine ->
                        shelf.look(mine).map(known -> Own.answer(telling(words), known, mine.size(), clock.instant())));
    }

    private Answer<Told> told(Known known, Words words) {
        return Known.answer(telling(words).of(known), List.of(known), clock.instant(), known.missing("/data"));
    }

    private Telling telling(Words words) {
        return new Telling(tariffs, calendar, Telling.day(clock.instant()), words);
    }
}
