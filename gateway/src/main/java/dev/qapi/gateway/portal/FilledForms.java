package dev.qapi.gateway.portal;

import dev.qapi.contract.Operation;
import dev.qapi.contract.Prefill;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Asks for nothing that a register knows of whoever is logged in; what one does not say just now is asked after all. */
@Component
class FilledForms {

    private static final String PREFILL = "/api/v1/evidence/prefill";
    private static final String API = "/api/v1/";

    private final Api api;
    private final MessageSource messages;

    FilledForms(Api api, MessageSource messages) {
        this.api = api;
        this.messages = messages;
    }

    Mono<Form> of(ServerWebExchange page, Operation inquiry, Form form) {
        var fields = inquiry.prefills().stream().map(Prefill::name).toList();
        return fields.isEmpty()
                ? Mono.just(form)
                : api.get(page, PREFILL, Map.of("form", inquiry.path().substring(API.length())))
                        .map(reply -> filled(form, fields, told(reply), silence(page)));
    }

    private static Form filled(Form form, List<String> fields, List<Map<?, ?>> told, String silence) {
        var known = told.stream()
                .filter(one -> one.containsKey("value"))
                .flatMap(one -> form.at(text(one, "path")).map(field -> given(field, one)).stream())
                .toList();
        var asked = form.fields().stream()
                .filter(field -> known.stream().noneMatch(given -> given.label().equals(field.label())))
                .map(field -> fields.contains(field.name()) ? field.neededSince(silence) : field)
                .toList();
        return form.known(asked, known);
    }

    private static Given given(Field field, Map<?, ?> told) {
        var register = told.get("register") instanceof Map<?, ?> coded ? text(coded, "text") : "";
        return new Given(field.label(), text(told, "value"), register, text(told, "asOf"));
    }

    /** None if there is no answer. */
    private static List<Map<?, ?>> told(Reply reply) {
        var fields = reply.isAnswer() && reply.body().get("data") instanceof Map<?, ?> data ? data.get("fields") : null;
        return fields instanceof List<?> list
                ? list.stream()
                        .<Map<?, ?>>flatMap(one -> one instanceof Map<?, ?> map ? Stream.of(map) : Stream.of())
                        .toList()
                : List.of();
    }

    private String silence(ServerWebExchange page) {
        return messages.getMessage(
                "prefill.silent",
                null,
                Objects.requireNonNull(page.getLocaleContext().getLocale()));
    }

    private static String text(Map<?, ?> object, String name) {
        return Objects.toString(object.get(name), "");
    }
}
