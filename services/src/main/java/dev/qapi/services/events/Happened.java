package dev.qapi.services.events;

import static dev.qapi.eservice.Caller.EMPLOYER;
import static dev.qapi.eservice.Caller.PERSON;
import static dev.qapi.eservice.Caller.PORTAL;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.EventId;
import dev.qapi.eservice.Inbox;
import dev.qapi.eservice.Words;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tells persons, companies and portals what has happened to them, at once or later. */
@EService("events")
class Happened {

    private static final int PAGE = 50;

    private final Clock clock;

    Happened(Clock clock) {
        this.clock = clock;
    }

    @GetMapping
    @AllowedTo({PERSON, EMPLOYER, PORTAL})
    Mono<Answer<Listed>> since(
            @RequestParam @Nullable EventId after, @RequestParam @Nullable Limit limit, Inbox inbox, Words words) {
        return inbox.since(after, limit == null ? PAGE : limit.most())
                .map(page -> Listed.answer(page, words, clock.instant()));
    }

    /** Nothing but a comment now and then keeps the connection, and tells whoever listens that there is one. */
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @AllowedTo({PERSON, EMPLOYER, PORTAL})
    Flux<ServerSentEvent<Told>> follow(
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable EventId lastEventId,
            Inbox inbox,
            Words words) {
        return inbox.live(lastEventId)
                .map(now -> now.map(event -> Told.of(event, words))
                        .map(told -> ServerSentEvent.builder(told)
                                .id(told.id().text())
                                .event(told.type())
                                .build())
                        .orElseGet(() -> ServerSentEvent.<Told>builder()
                                .comment("still here")
                                .build()));
    }

    @GetMapping("/own")
    @AllowedTo({PERSON, EMPLOYER})
    Mono<Answer<Listed>> latest(@RequestParam @Nullable EventId after, Inbox inbox, Words words) {
        return inbox.latest(after, PAGE).map(page -> Listed.answer(page, words, clock.instant()));
    }
}
