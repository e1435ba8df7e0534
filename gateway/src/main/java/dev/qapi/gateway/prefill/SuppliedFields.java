package dev.qapi.gateway.prefill;

import dev.qapi.contract.Prefill;
import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.Caller;
import dev.qapi.eservice.Prefills;
import dev.qapi.eservice.Supplied;
import dev.qapi.gateway.security.Who;
import dev.qapi.identifier.FreeText;
import dev.qapi.identifier.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Puts what registers say into what is being filed, before it is read; what was typed there stands only where they say nothing. */
@Component
public class SuppliedFields {

    private final RegisterPrefills registers;
    private final ObjectProvider<Earlier> earlier;

    SuppliedFields(RegisterPrefills registers, ObjectProvider<Earlier> earlier) {
        this.registers = registers;
        this.earlier = earlier;
    }

    /**
     * The body of a POST by whoever is logged in, for the audit and the receipt also noted on the exchange.
     *
     * @param fits whether the field of that name takes that value: a register's word that it does not take is none
     */
    public Mono<ObjectNode> into(ObjectNode body, BiPredicate<String, JsonNode> fits, ServerWebExchange exchange) {
        var path = exchange.getRequest().getPath().pathWithinApplication().value();
        var who = Who.of(exchange);
        var person = who.kind() == Caller.PERSON ? who.person() : null;
        var fields = person == null ? List.<Prefill>of() : Forms.at(path);
        if (fields.isEmpty() || person == null) {
            return Mono.just(body);
        }
        return earlier(Forms.eservice(path), exchange)
                .switchIfEmpty(Mono.defer(() -> registers.supplied(fields, person))
                        .doOnNext(asked -> exchange.getAttributes().put(Prefills.class.getName(), asked)))
                .map(supplied -> {
                    exchange.getAttributes().put(Supplied.class.getName(), into(body, fits, supplied));
                    return body;
                });
    }

    /** A store that does not answer now will not take the filing either, and says so itself. */
    private Mono<List<Supplied>> earlier(String eservice, ServerWebExchange exchange) {
        Attempt attempt = exchange.getAttribute(Attempt.class.getName());
        return attempt == null
                ? Mono.empty()
                : Mono.justOrEmpty(earlier.getIfAvailable())
                        .flatMap(known -> known.of(eservice, attempt))
                        .onErrorComplete();
    }

    private static List<Supplied> into(ObjectNode body, BiPredicate<String, JsonNode> fits, List<Supplied> supplied) {
        var counts = new ArrayList<Supplied>();
        for (var one : supplied) {
            var name = one.path().substring(1);
            var value = one.unconfirmed() == null ? one.value() : null;
            if (value != null && fits.test(name, StringNode.valueOf(value.reveal()))) {
                body.put(name, value.reveal());
                counts.add(one);
            } else {
                var why = one.unconfirmed();
                counts.add(one.typed(
                        typed(body.get(name)),
                        why == null ? one.register().family() + RegisterPrefills.UNREADABLE : why));
            }
        }
        return List.copyOf(counts);
    }

    private static @Nullable FreeText typed(@Nullable JsonNode value) {
        try {
            return value == null || !value.isValueNode() ? null : FreeText.of(value.asString(""));
        } catch (Malformed toldWhenItIsRead) {
            return null;
        }
    }
}
