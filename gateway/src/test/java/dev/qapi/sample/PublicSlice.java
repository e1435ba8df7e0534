package dev.qapi.sample;

import static dev.qapi.eservice.Caller.ANONYMOUS;

import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.EService;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.PublicAnswer;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Reliance;
import dev.qapi.identifier.Citizenship;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;

/** Answers about nobody, below the path of an e-service that exists. */
@EService("status")
public class PublicSlice {

    private final Clock clock;

    public PublicSlice(Clock clock) {
        this.clock = clock;
    }

    @GetMapping("/public")
    @PublicAnswer
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Integer>> open(@RequestParam(defaultValue = "2026") int year) {
        return answer(year, Freshness.FRESH);
    }

    @GetMapping("/public/kept")
    @PublicAnswer
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Integer>> kept() {
        return answer(1, Freshness.STALE);
    }

    @GetMapping("/public/personal")
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Integer>> personal() {
        return answer(1, Freshness.FRESH);
    }

    @GetMapping("/public/of")
    @PublicAnswer
    @AllowedTo(ANONYMOUS)
    Mono<Answer<Integer>> required(@RequestParam int year) {
        return answer(year, Freshness.FRESH);
    }

    @GetMapping("/public/of/{citizenship}")
    @PublicAnswer
    @AllowedTo(ANONYMOUS)
    Mono<Answer<String>> of(@PathVariable Citizenship citizenship) {
        return answer(citizenship.toString(), Freshness.FRESH);
    }

    private <T> Mono<Answer<T>> answer(T data, Freshness freshness) {
        return Mono.fromSupplier(() -> {
            var fetched = clock.instant().minus(freshness == Freshness.FRESH ? Duration.ZERO : Duration.ofSeconds(90));
            var source = new Provenance(Register.VMMS, Register.EHIS, fetched, null);
            return new Answer<>(data, fetched, freshness, Reliance.SAFE, List.of(source), List.of());
        });
    }
}
