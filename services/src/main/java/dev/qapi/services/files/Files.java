package dev.qapi.services.files;

import static dev.qapi.eservice.Caller.ANONYMOUS;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Attached;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Upload;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import reactor.core.publisher.Mono;

/** Takes files, which are nobody's until something is filed with them. */
@EService("files")
class Files {
    private final Clock clock;

    Files(Clock clock) {
        this.clock = clock;
    }

    @PostMapping
    @AllowedTo(ANONYMOUS)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<Answer<Attached>> send(Upload upload) {
        return upload.store().map(file -> Filed.answer(file, clock.instant()));
    }
}
