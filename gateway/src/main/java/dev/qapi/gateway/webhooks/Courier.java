package dev.qapi.gateway.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.qapi.eservice.Webhook.Outcome;
import io.netty.handler.timeout.ReadTimeoutException;
import java.time.Clock;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Sends one message once. */
@Component
class Courier {

    /** @param status as HTTP has it, if there was one */
    record Attempted(Outcome outcome, @Nullable Integer status) {}

    private static final int READ = 1024;

    private final WebhookNames names;
    private final WebhooksProperties properties;
    private final Clock clock;
    private final WebClient http;

    Courier(WebhookNames names, WebhooksProperties properties, Clock clock) {
        this.names = names;
        this.properties = properties;
        this.clock = clock;
        this.http = WebClient.builder().clientConnector(Ways.out(properties)).build();
    }

    /** Never an error. Whatever is said with the status is not waited for. */
    Mono<Attempted> send(StoredWebhook webhook, Message message) {
        return send(
                webhook,
                message,
                answer -> Mono.firstWithSignal(
                                answer.bodyToFlux(DataBuffer.class)
                                        .doOnNext(DataBufferUtils::release)
                                        .then(),
                                Mono.<Void>empty())
                        .then(Mono.just(answer.statusCode().is2xxSuccessful())));
    }

    /** Never an error. It is taken if the beginning of what is said with the status has the word in it. */
    Mono<Attempted> challenge(StoredWebhook webhook, Message message, String word) {
        return send(
                webhook,
                message,
                answer -> DataBufferUtils.join(
                                DataBufferUtils.takeUntilByteCount(answer.bodyToFlux(DataBuffer.class), READ))
                        .map(Courier::text)
                        .map(said -> answer.statusCode().is2xxSuccessful() && said.contains('"' + word + '"'))
                        .defaultIfEmpty(false));
    }

    private Mono<Attempted> send(
            StoredWebhook webhook, Message message, Function<ClientResponse, Mono<Boolean>> isTaken) {
        return Mono.defer(() -> http.post()
                        .uri(names.address(webhook).uri())
                        .contentType(MediaType.APPLICATION_JSON)
                        .headers(headers -> {
                            var timestamp = clock.instant().getEpochSecond();
                            headers.set("webhook-id", message.id());
                            headers.set("webhook-timestamp", String.valueOf(timestamp));
                            headers.set("webhook-signature", message.signature(names.secret(webhook.id()), timestamp));
                            headers.set("User-Agent", "qapi-webhooks/1");
                        })
                        .bodyValue(message.body())
                        .exchangeToMono(answer -> isTaken.apply(answer)
                                .map(taken -> new Attempted(
                                        taken ? Outcome.TAKEN : Outcome.NOT_TAKEN,
                                        answer.statusCode().value()))))
                .timeout(properties.answer())
                .onErrorResume(error -> Mono.just(new Attempted(outcome(error), null)));
    }

    private static String text(DataBuffer buffer) {
        var text = buffer.toString(UTF_8);
        DataBufferUtils.release(buffer);
        return text;
    }

    /** Of what leads inside and of what leads nowhere the same is told: nobody is to explore our network by it. */
    private static Outcome outcome(Throwable error) {
        return error instanceof TimeoutException || error.getCause() instanceof ReadTimeoutException
                ? Outcome.NO_ANSWER
                : Outcome.UNREACHABLE;
    }
}
