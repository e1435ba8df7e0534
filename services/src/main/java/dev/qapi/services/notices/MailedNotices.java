package dev.qapi.services.notices;

import static dev.qapi.eservice.Caller.EMPLOYER;
import static dev.qapi.eservice.Caller.PERSON;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Notices;
import dev.qapi.eservice.Words;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import reactor.core.publisher.Mono;

/** Lets persons and companies say where they want word of their events sent to, and prove that it is theirs. */
@EService("notices")
class MailedNotices {

    private final Clock clock;

    MailedNotices(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/own")
    @AllowedTo({PERSON, EMPLOYER})
    Mono<Answer<Told>> own(Notices notices, Words words) {
        return notices.now().map(now -> answer(notices, now, words));
    }

    @PostMapping("/own")
    @AllowedTo({PERSON, EMPLOYER})
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answer<Told>> add(Addition inquiry, Notices notices, Words words) {
        return notices.ask(inquiry.address()).map(now -> answer(notices, Optional.of(now), words));
    }

    @PostMapping("/own/code")
    @AllowedTo({PERSON, EMPLOYER})
    Mono<Answer<Told>> confirm(Confirmation inquiry, Notices notices, Words words) {
        return notices.confirm(inquiry.digits()).map(now -> answer(notices, Optional.of(now), words));
    }

    @DeleteMapping("/own")
    @AllowedTo({PERSON, EMPLOYER})
    Mono<Answer<Told>> end(Notices notices, Words words) {
        return notices.end().then(Mono.fromSupplier(() -> answer(notices, Optional.empty(), words)));
    }

    private Answer<Told> answer(Notices notices, Optional<Notices.Notice> now, Words words) {
        return Filed.answer(Told.of(notices.areOffered(), now, words), clock.instant());
    }
}
