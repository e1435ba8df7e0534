package dev.qapi.mock.exchange;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;

import com.github.tomakehurst.wiremock.extension.responsetemplating.HandlebarsOptimizedTemplate;
import com.github.tomakehurst.wiremock.extension.responsetemplating.TemplateEngine;
import com.github.tomakehurst.wiremock.http.Request;
import dev.qapi.contract.Node;
import dev.qapi.contract.Persona;
import dev.qapi.mock.exchange.Exchange.Served;
import dev.qapi.mock.registers.Json;
import dev.qapi.mock.registers.Registers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.core.io.ClassPathResource;

/** The page that shows what is simulated, who lives in it, and what is broken at the moment; in three languages. */
final class Page {

    private static final Set<String> LANGUAGES = Set.of("az", "ru", "en");

    private final Served served;
    private final Calls calls;
    private final Node words = Node.read(new ClassPathResource("page/words.yaml"));
    private final HandlebarsOptimizedTemplate template = template();

    Page(Served served, Calls calls) {
        this.served = served;
        this.calls = calls;
    }

    /** Whatever is told is escaped. */
    private static HandlebarsOptimizedTemplate template() {
        try {
            var text = new ClassPathResource("page/page.html").getContentAsString(StandardCharsets.UTF_8);
            return new TemplateEngine(Map.of(), null, Set.of(), false, List.of()).getUncachedTemplate(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String html(Request request) {
        var asked = request.queryParameter("lang");
        var language = asked.isPresent() && LANGUAGES.contains(asked.firstValue()) ? asked.firstValue() : "en";
        var model = new LinkedHashMap<>(served.facts().get());
        model.put("language", language);
        model.put("words", words(language));
        model.put("size", served.government().country().size());
        model.put("moved", served.government().moved().toString());
        model.put("faults", faults());
        model.put("registers", registers());
        model.put("calls", calls());
        model.put(
                "personas",
                Persona.all().stream().map(it -> persona(it, language)).toList());
        model.put("employers", employers(language));
        return template.apply(model);
    }

    private Map<String, Object> words(String language) {
        var told = new LinkedHashMap<String, Object>();
        words.entries()
                .forEach(it -> told.put(it.getKey(), it.getValue().get(language).text()));
        return told;
    }

    private List<Map<String, Object>> faults() {
        return served.faults().live().stream()
                .map(it -> Map.<String, Object>of("fault", it.fault(), "whom", it.whom()))
                .toList();
    }

    private Collection<Map<String, Object>> registers() {
        var all = served.registers().all().collect(groupingBy(Registers.Route::register, TreeMap::new, toList()));
        return all.entrySet().stream()
                .map(it -> Map.<String, Object>of(
                        "register", it.getKey(),
                        "paths", distinct(it.getValue(), Registers.Route::base),
                        "operations", distinct(it.getValue(), Registers.Route::operation),
                        "median", served.faults().latency().median(it.getKey())))
                .toList();
    }

    private static String distinct(List<Registers.Route> routes, Function<Registers.Route, String> name) {
        return routes.stream().map(name).distinct().sorted().collect(joining(", "));
    }

    private List<Map<String, Object>> calls() {
        return calls.latest().stream()
                .limit(20)
                .map(it -> Map.<String, Object>of(
                        "at", Json.text(it.at().truncatedTo(ChronoUnit.SECONDS)),
                        "system", it.system(),
                        "register", Objects.requireNonNullElse(it.register(), "–"),
                        "operation", Objects.requireNonNullElse(it.operation(), "–"),
                        "status", it.status()))
                .toList();
    }

    private static Map<String, Object> persona(Persona it, String language) {
        return Map.of(
                "name", it.name(),
                "situation", it.situation(language),
                "document", it.document().type() + " " + it.document().number().reveal(),
                "born", it.birthDate().reveal(),
                "citizenship", it.citizenship().reveal());
    }

    private static List<Map<String, Object>> employers(String language) {
        return Persona.employers().entrySet().stream()
                .map(it -> Map.<String, Object>of(
                        "name", it.getKey(),
                        "situation",
                                it.getValue().get("situation").get(language).text(),
                        "taxNumber", it.getValue().get("taxNumber").text()))
                .toList();
    }
}
