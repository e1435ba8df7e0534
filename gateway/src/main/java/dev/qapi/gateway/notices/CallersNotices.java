package dev.qapi.gateway.notices;

import com.mongodb.MongoException;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Notices;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.language.Language;
import dev.qapi.identifier.EmailAddress;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.mail.MailException;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

/** The address of whoever calls. */
record CallersNotices(String owner, Language language, NoticeDesk desk) implements Notices {

    @Override
    public boolean areOffered() {
        return desk.isOpen();
    }

    @Override
    public Mono<Optional<Notice>> now() {
        return known(desk.now(owner));
    }

    @Override
    public Mono<Notice> ask(EmailAddress address) {
        return open().then(Mono.defer(() -> known(desk.ask(owner, address, language))));
    }

    @Override
    public Mono<Notice> confirm(String code) {
        return open().then(Mono.defer(() -> known(desk.confirm(owner, code))));
    }

    @Override
    public Mono<Void> end() {
        return known(desk.end(owner));
    }

    private Mono<Void> open() {
        return desk.isOpen() ? Mono.empty() : Mono.error(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static <T> Mono<T> known(Mono<T> step) {
        return step.onErrorMap(
                error -> error instanceof MongoException || error instanceof MailException,
                cause -> new Failure.Unavailable(Register.GATEWAY, Outage.DOWN, Failure.Unavailable.USUALLY, cause));
    }
}
