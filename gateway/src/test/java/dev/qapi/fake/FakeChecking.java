package dev.qapi.fake;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Exchange;
import dev.qapi.contract.Node;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Register;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers with the contract's own example about the same document and protocol; about nobody else anything is known. */
@RestController
class FakeChecking {

    private final List<Exchange> examples = Contract.all().stream()
            .filter(contract -> contract.id().equals("restrictions"))
            .flatMap(contract -> contract.exchanges(Contract.PUBLIC))
            .filter(example -> example.status() == 200)
            .toList();

    @PostMapping("/api/v1/restrictions/check")
    Mono<Map<String, Object>> check(@RequestBody Map<String, Object> inquiry, ServerWebExchange exchange) {
        exchange.getResponse().getHeaders().setCacheControl("no-store");
        return examples.stream()
                .filter(example -> key(example.request()).equals(key(inquiry)))
                .findFirst()
                .map(example -> Mono.just(answer(example)))
                .orElseGet(() -> Mono.error(new Failure.Undecided(List.of(
                        new Failure.Unavailable(Register.IAMAS, Failure.Outage.DOWN, Duration.ofSeconds(30), null)))));
    }

    private static List<Node> key(@Nullable Object inquiry) {
        var asked = new Node(inquiry);
        return List.of(asked.get("document").get("number"), asked.get("protocolNumber"));
    }

    private static Map<String, Object> answer(Exchange example) {
        var answer = new LinkedHashMap<String, Object>();
        new Node(example.answer())
                .entries()
                .forEach(part -> answer.put(part.getKey(), part.getValue().value()));
        answer.put("asOf", "2026-11-23T10:05:00Z");
        return answer;
    }
}
