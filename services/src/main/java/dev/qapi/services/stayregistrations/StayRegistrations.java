package dev.qapi.services.stayregistrations;

import static dev.qapi.eservice.Caller.ANONYMOUS;
import static dev.qapi.eservice.Caller.PERSON;
import static dev.qapi.eservice.Policy.fresh;
import static dev.qapi.eservice.Register.VMMS;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Calendar;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Person;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Sources;
import dev.qapi.eservice.Words;
import dev.qapi.law.Deadlines;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

/** Tells a foreigner whether they are registered where they stay. */
@EService("stay-registrations")
class StayRegistrations {

    private final Source<StayInquiry, Vmms.Reply> registrations;
    private final Deadlines deadlines = Deadlines.read();
    private final Clock clock;

    StayRegistrations(Vmms vmms, Sources sources, Clock clock) {
        this.clock = clock;
        this.registrations = sources.of(
                VMMS,
                Vmms.Reply.class,
                fresh(Duration.ofSeconds(60)).orStale(Duration.ofHours(1)),
                inquiry -> vmms.search(Vmms.Search.of(inquiry)));
    }

    @PostMapping("/check")
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Checked>> check(StayInquiry inquiry, Words words) {
        return registrations.get(inquiry).map(answer -> {
            var reply = answer.data();
            if (inquiry.notificationNumber() != null && reply.registrations().isEmpty()) {
                throw new Failure.NotFound(
                        answer.asOf(), answer.sources().getFirst()); // of that number, not of the person
            }
            var next = NextDuty.of(inquiry, reply, deadlines, LocalDate.now(clock), words);
            return answer.map(it -> Checked.of(it, words, next.orElse(null)));
        });
    }

    /** The next duty, if it is known by when; the same duty of the same registration replaces what was there. */
    @GetMapping("/own/calendar")
    @AllowedTo(PERSON)
    Mono<ResponseEntity<String>> calendar(Person person, Words words) {
        return own(person, words).map(answer -> new Calendar(answer.data().entries(), answer.asOf()).answer());
    }

    @GetMapping("/own")
    @AllowedTo(PERSON)
    Mono<Answer<Checked>> own(Person person, Words words) {
        return check(StayInquiry.of(person), words);
    }
}
