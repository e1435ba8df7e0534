package dev.qapi.services.webhooks;

import static dev.qapi.eservice.Caller.PORTAL;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Webhook;
import dev.qapi.eservice.Webhooks;
import dev.qapi.eservice.Words;
import java.time.Clock;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import reactor.core.publisher.Mono;

/** Lets a portal say where it wants word of its events sent to, and see whether it arrives. */
@EService("webhooks")
class PortalWebhooks {

    private final Clock clock;

    PortalWebhooks(Clock clock) {
        this.clock = clock;
    }

    @PostMapping
    @AllowedTo(PORTAL)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<Answer<Told>> add(Attempt attempt, Addition inquiry, Webhooks webhooks, Words words) {
        return told(webhooks.add(attempt, inquiry.address()), words);
    }

    @GetMapping
    @AllowedTo(PORTAL)
    Mono<Answer<Told.All>> all(Webhooks webhooks, Words words) {
        return webhooks.all()
                .map(all -> new Told.All(
                        all.stream().map(one -> Told.of(one, words)).toList()))
                .map(all -> Filed.answer(all, clock.instant()));
    }

    @GetMapping("/{id}")
    @AllowedTo(PORTAL)
    Mono<Answer<Told>> find(@PathVariable String id, Webhooks webhooks, Words words) {
        return told(webhooks.find(id), words);
    }

    @DeleteMapping("/{id}")
    @AllowedTo(PORTAL)
    Mono<Answer<Told>> remove(@PathVariable String id, Webhooks webhooks, Words words) {
        return told(webhooks.remove(id), words);
    }

    @PostMapping("/{id}/activate")
    @AllowedTo(PORTAL)
    Mono<Answer<Told>> activate(@PathVariable String id, Webhooks webhooks, Words words) {
        return told(webhooks.activate(id), words);
    }

    @PostMapping("/{id}/replay")
    @AllowedTo(PORTAL)
    Mono<Answer<Told>> replay(@PathVariable String id, Replay inquiry, Webhooks webhooks, Words words) {
        return told(webhooks.replay(id, inquiry.since()), words);
    }

    @GetMapping("/{id}/deliveries")
    @AllowedTo(PORTAL)
    Mono<Answer<Sent.Log>> deliveries(@PathVariable String id, Webhooks webhooks, Words words) {
        return webhooks.deliveries(id)
                .map(log -> new Sent.Log(
                        log.stream().map(one -> Sent.of(one, words)).toList()))
                .map(log -> Filed.answer(log, clock.instant()));
    }

    private Mono<Answer<Told>> told(Mono<Webhook> webhook, Words words) {
        return webhook.map(one -> Filed.answer(Told.of(one, words), clock.instant()));
    }
}
