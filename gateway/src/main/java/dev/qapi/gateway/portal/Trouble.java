package dev.qapi.gateway.portal;

import dev.qapi.gateway.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A problem that the API answered with, as a page tells it; the words are already in the reader's language.
 *
 * @param type address of the page that explains it
 * @param retryAfter seconds, 0 if the problem does not say
 * @param reference what to quote when asking for help
 */
record Trouble(
        int status,
        String type,
        String title,
        String detail,
        List<Mistake> mistakes,
        long retryAfter,
        String reference) {

    static Trouble of(Reply reply, Form form) {
        var problem = reply.body();
        return new Trouble(
                reply.status(),
                text(problem, "type"),
                text(problem, "title"),
                text(problem, "detail"),
                mistakes(problem.get("errors"), form),
                problem.get("retryAfter") instanceof Number seconds ? seconds.longValue() : 0,
                text(problem, "traceId"));
    }

    /** Fields that nobody has filled in, in the words that the API has for it. */
    static Trouble of(Problem problem, Form form) {
        return new Trouble(
                problem.status(),
                problem.type(),
                problem.title(),
                problem.detail(),
                problem.errors().stream()
                        .map(error -> new Mistake(form.at(error.pointer()).orElse(null), error.code(), error.detail()))
                        .toList(),
                0,
                problem.traceId());
    }

    /** The same of a file, beside the field that it was chosen with. */
    static Trouble ofFile(Reply reply, Form form) {
        return of(reply, new Form(form.attachments().stream().toList()));
    }

    /** Whether there is a page of ours about it. */
    public boolean explained() {
        return type.startsWith("/problems/");
    }

    /** The fields that something is wrong with. */
    List<Field> fields() {
        return mistakes.stream()
                .flatMap(mistake -> Stream.ofNullable(mistake.field()))
                .toList();
    }

    /** The message to show beside {@code field}. */
    public Optional<Mistake> about(Field field) {
        return mistakes.stream()
                .filter(mistake -> field.equals(mistake.field()))
                .findFirst();
    }

    private static List<Mistake> mistakes(@Nullable Object errors, Form form) {
        return errors instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(error -> mistake((Map<?, ?>) error, form))
                        .toList()
                : List.of();
    }

    private static Mistake mistake(Map<?, ?> error, Form form) {
        return new Mistake(form.at(text(error, "pointer")).orElse(null), text(error, "code"), text(error, "detail"));
    }

    private static String text(Map<?, ?> object, String name) {
        return Objects.toString(object.get(name), "");
    }
}
