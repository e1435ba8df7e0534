package dev.qapi.fake;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.problem.MalformedFields;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.Malformed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Tracks what its document number says: {@code STALE0001} gets a stale answer, {@code DOWN00001} none. */
@RestController
class FakeTracking {

    /** Read with the bean: from a jar that blocks, and no event loop may wait for it. */
    private final Map<String, FakeAnswers> answers =
            Stream.of("az", "ru", "en").collect(toMap(identity(), FakeAnswers::new));

    @PostMapping("/api/v1/applications/track")
    Mono<Map<String, Object>> track(
            @RequestBody Map<String, Object> inquiry, Locale locale, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        var mistakes = mistakes(inquiry);
        if (!mistakes.isEmpty()) {
            return Mono.error(new MalformedFields(mistakes));
        }
        var document = (Map<?, ?>) inquiry.getOrDefault("document", Map.of());
        return answer(
                String.valueOf(document.get("number")), Objects.requireNonNull(answers.get(locale.getLanguage())));
    }

    private static Mono<Map<String, Object>> answer(String number, FakeAnswers answers) {
        return switch (number) {
            case "X00000000" ->
                Mono.error(new Failure.NotFound(
                        Instant.EPOCH, new Provenance(Register.VMMS, Register.EHIS, Instant.EPOCH, null)));
            case "DOWN00001" ->
                Mono.error(new Failure.Unavailable(Register.VMMS, Failure.Outage.DOWN, Duration.ofSeconds(30), null));
            case "STALE0001" -> Mono.just(answers.one("STALE", "RECHECK_BEFORE_ACTING", "2026-11-22T17:40:00Z"));
            case "CACHED001" -> Mono.just(answers.one("CACHED", "SAFE", "2026-11-23T09:55:00Z"));
            case "PARTIAL01" -> Mono.just(answers.one("PARTIAL", "DO_NOT_RELY", "2026-11-23T10:05:00Z"));
            case "MANY00001" -> Mono.just(answers.many());
            default -> Mono.just(answers.one("FRESH", "SAFE", "2026-11-23T10:05:00Z"));
        };
    }

    private static List<MalformedFields.Field> mistakes(Map<String, Object> inquiry) {
        var found = new ArrayList<MalformedFields.Field>();
        var document = (Map<?, ?>) inquiry.getOrDefault("document", Map.of());
        check(found, "/document/type", document.get("type"), _ -> {});
        check(found, "/document/number", document.get("number"), DocumentNumber::of);
        check(found, "/birthDate", inquiry.get("birthDate"), BirthDate::of);
        check(found, "/citizenship", inquiry.get("citizenship"), Citizenship::of);
        return found;
    }

    private static void check(
            List<MalformedFields.Field> found, String pointer, @Nullable Object value, Consumer<String> rule) {
        if (value == null) {
            found.add(new MalformedFields.Field(pointer, Malformed.Rule.REQUIRED));
            return;
        }
        try {
            rule.accept(value.toString());
        } catch (Malformed malformed) {
            found.add(new MalformedFields.Field(pointer, malformed.rule()));
        }
    }
}
