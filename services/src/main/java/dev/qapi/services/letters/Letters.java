package dev.qapi.services.letters;

import static dev.qapi.eservice.Caller.ANONYMOUS;
import static dev.qapi.eservice.Caller.PERSON;
import static dev.qapi.eservice.Policy.fresh;
import static dev.qapi.eservice.Register.DOCUMENT_FLOW;
import static dev.qapi.eservice.Register.EGOV_INBOX;
import static dev.qapi.eservice.Register.MYGOV_INBOX;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Filing;
import dev.qapi.eservice.Filings;
import dev.qapi.eservice.Intakes;
import dev.qapi.eservice.Mail;
import dev.qapi.eservice.Mailboxes;
import dev.qapi.eservice.Person;
import dev.qapi.eservice.Receipt;
import dev.qapi.eservice.Sources;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.Identifier;
import dev.qapi.law.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import reactor.core.publisher.Mono;

/** Takes letters to the migration service, whatever is down, and tells where they are and what was answered. */
@EService("letters")
class Letters {

    private final Filing<Letter, DocumentFlow.Registered> letters;
    private final Shelf shelf;
    private final Deadlines deadlines = Deadlines.read();
    private final Clock clock;

    Letters(
            DocumentFlow register,
            Filings filings,
            Sources sources,
            MyGovInbox myGov,
            EGovInbox eGov,
            Mailboxes mailboxes,
            Intakes intakes,
            Clock clock) {
        this.letters = filings.of(
                "letters",
                DOCUMENT_FLOW,
                Letter.class,
                DocumentFlow.Registered.class,
                delivery -> register.file(DocumentFlow.Form.of(delivery)));
        this.shelf = new Shelf(
                letters,
                sources.of(
                        DOCUMENT_FLOW,
                        Standing.Reply.class,
                        fresh(Duration.ofSeconds(60)).orStale(Duration.ofHours(1)),
                        register::search));
        this.clock = clock;
        fetch(intakes, Channel.MYGOV, PortalInbox.of(MYGOV_INBOX, myGov, sources));
        fetch(intakes, Channel.EGOV, PortalInbox.of(EGOV_INBOX, eGov, sources));
        intakes.of("letters/" + Channel.EMAIL, mailboxes.of("letters"), this::file);
    }

    /** Its sender, for whom the portal vouches, has it on their list as if they had written it here. */
    private void fetch(Intakes intakes, Channel channel, PortalInbox inbox) {
        intakes.of(
                "letters/" + channel,
                inbox,
                id -> inbox.read(id, channel)
                        .flatMap(letter ->
                                letters.file(Attempt.message(channel.name(), id.toString()), letter, letter.subject()))
                        .map(Filed::receipt));
    }

    /** Nobody vouches for who sent an e-mail: it is on no list, and found by its number and the details in it. */
    private Mono<Receipt> file(Mail mail) {
        return Mono.fromCallable(() -> MailedLetter.read(mail.text()))
                .flatMap(letter -> letters.file(Attempt.message(Channel.EMAIL.name(), mail.id()), letter, List.of()))
                .map(Filed::receipt);
    }

    /** What somebody writes who is logged in is on their list, whoever it is from. */
    @PostMapping
    @AllowedTo(ANONYMOUS)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answer<Told>> file(Attempt attempt, LetterInquiry inquiry, @Nullable Person person, Words words) {
        return file(attempt, inquiry.letter(), person == null ? List.of() : person.subject(), words);
    }

    @PostMapping("/own")
    @AllowedTo(PERSON)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answer<Told>> fileOwn(Attempt attempt, OwnLetter inquiry, Person person, Words words) {
        return file(attempt, inquiry.letter(person), person.subject(), words);
    }

    private Mono<Answer<Told>> file(Attempt attempt, Letter letter, List<Identifier> owner, Words words) {
        return letters.file(attempt, letter, owner)
                .zipWith(shelf.about(letter.subject()), (filed, others) -> new Known(filed, null, others.orElse(null)))
                .map(known -> Filed.answer(telling(words).of(known), clock.instant()));
    }

    @PostMapping("/track")
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Told>> track(LetterTracking inquiry, Words words) {
        return letters.find(inquiry.number(), inquiry.subject())
                .flatMap(shelf::look)
                .map(known -> Known.answer(
                        telling(words).of(known), List.of(known), clock.instant(), known.missing("/data")));
    }

    @GetMapping("/own")
    @AllowedTo(PERSON)
    Mono<Answer<Own>> own(Person person, Words words) {
        return letters.by(person.subject())
                .flatMap(mine ->
                        shelf.look(mine).map(known -> Own.answer(telling(words), known, mine.size(), clock.instant())));
    }

    private Telling telling(Words words) {
        return Telling.at(clock.instant(), deadlines, words);
    }
}
