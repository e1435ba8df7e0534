package dev.qapi.services.citizenshipnotices;

import static dev.qapi.eservice.Caller.PERSON;
import static dev.qapi.eservice.Register.VMMS;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Attachments;
import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Filing;
import dev.qapi.eservice.Filings;
import dev.qapi.eservice.NotACitizen;
import dev.qapi.eservice.Objection;
import dev.qapi.eservice.Person;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Malformed.Rule;
import dev.qapi.law.Deadlines;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import reactor.core.publisher.Mono;

/** Takes citizens' notices of a foreign citizenship, whatever is down: late ones too, which the law fines but does not refuse. */
@EService("citizenship-notices")
class CitizenshipNotices {
    private static final Citizenship AZERBAIJAN = Citizenship.of("AZE");

    private final Filing<Notice, Registered> notices;
    private final Attachments files;
    private final Deadlines deadlines = Deadlines.read();
    private final Clock clock;

    CitizenshipNotices(Vmms vmms, Filings filings, Attachments files, Clock clock) {
        this.notices = filings.of(
                "citizenship-notices",
                VMMS,
                Notice.class,
                Registered.class,
                delivery -> vmms.file(Vmms.Form.of(delivery)));
        this.files = files;
        this.clock = clock;
    }

    @PostMapping("/own")
    @AllowedTo(PERSON)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answer<Told>> file(Attempt attempt, NoticeInquiry inquiry, Person person, Words words) {
        if (!person.citizenship().equals(AZERBAIJAN)) {
            return Mono.error(new NotACitizen());
        }
        if (inquiry.isBeforeBirth(person)) {
            return Mono.error(new Objection("/acquired", Rule.DAY));
        }
        return files.named(inquiry.files())
                .flatMap(attached -> notices.file(attempt, Notice.of(inquiry, person, attached), person.subject()))
                .map(filed -> answer(new Telling(deadlines, words).of(filed)));
    }

    /** Told from our own store; no register is asked. */
    @GetMapping("/own")
    @AllowedTo(PERSON)
    Mono<Answer<Own>> own(Person person, Words words) {
        return notices.by(person.subject()).map(mine -> answer(new Telling(deadlines, words).own(mine)));
    }

    private <T> Answer<T> answer(T data) {
        return Filed.answer(data, clock.instant());
    }
}
