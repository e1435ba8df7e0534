package dev.qapi.gateway.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.contract.Contract;
import dev.qapi.contract.Node;
import dev.qapi.eservice.Answer;
import dev.qapi.eservice.Freshness;
import dev.qapi.eservice.Missing;
import dev.qapi.eservice.NeedsScope;
import dev.qapi.eservice.Reliance;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;

/** What a portal is told of an answer: what its scopes open, and a new field only when somebody has thought about it. */
class ScopesTests {

    record Told(String text, @NeedsScope("x.deep") @Nullable String secret, List<Item> items) {}

    record Item(@NeedsScope("x.items") @Nullable Inner inner, Inner open) {}

    record Inner(String a, @NeedsScope("x.deep") String b) {}

    private static final Answer<Told> ANSWER = new Answer<>(
            new Told(
                    "t",
                    "s",
                    List.of(new Item(new Inner("1", "2"), new Inner("3", "4")), new Item(null, new Inner("5", "6")))),
            Instant.EPOCH,
            Freshness.FRESH,
            Reliance.SAFE,
            List.of(),
            List.of(new Missing("/data/x", "07001", 5)));

    private final Masks masks = new Masks(new JsonMapper());

    @Test
    void whatAPortalHasNoScopeForIsLeftOutAndNamed() {
        var told = masks.of(ANSWER, Set.of("x"));
        assertThat(told.data().toString())
                .isEqualTo("{\"text\":\"t\",\"items\":[{\"open\":{\"a\":\"3\"}},{\"open\":{\"a\":\"5\"}}]}");
        assertThat(told.missing())
                .containsExactly(
                        new Missing("/data/x", "07001", 5),
                        new Missing("/data/secret", "00100", 0),
                        new Missing("/data/items/0/inner", "00100", 0),
                        new Missing("/data/items/0/open/b", "00100", 0),
                        new Missing("/data/items/1/inner", "00100", 0),
                        new Missing("/data/items/1/open/b", "00100", 0));
    }

    @Test
    void withEveryScopeItIsToldAll() {
        var told = masks.of(ANSWER, Set.of("x", "x.deep", "x.items"));
        assertThat(told.missing()).isEqualTo(ANSWER.missing());
        assertThat(told.data().findValuesAsString("b")).containsExactly("2", "4", "6");
    }

    @Test
    void contractsAndCodeAgreeOnWhatNeedsAScope() {
        var code = AnswerFields.all()
                .filter(field -> !field.scope().isEmpty())
                .map(field -> field.eservice() + ' ' + field.name() + ' ' + field.scope())
                .collect(toCollection(TreeSet::new));
        var contracts = Contract.all().stream()
                .flatMap(contract -> scoped(contract.root().get("components").get("schemas"))
                        .map(field -> contract.id() + ' ' + field))
                .collect(toCollection(TreeSet::new));
        assertThat(code).isNotEmpty().isEqualTo(contracts);
        assertThat(code).allMatch(field -> field.split(" ")[2].startsWith(field.split(" ")[0] + "."));
    }

    /** Whoever adds a field says here whether every portal may see it; the scope stands behind it if not. */
    @Test
    void noFieldIsToldThatNobodyHasThoughtAbout() throws IOException {
        var known = new ClassPathResource("answer-fields.txt")
                .getContentAsString(UTF_8)
                .lines()
                .toList();
        assertThat(AnswerFields.all().map(AnswerFields.Field::toString).sorted().toList())
                .containsExactlyElementsOf(known);
    }

    private static Stream<String> scoped(Node node) {
        return Stream.concat(
                node.entries().flatMap(child -> {
                    var scope = child.getValue().get("x-scope");
                    var here =
                            scope.isPresent() ? Stream.of(child.getKey() + ' ' + scope.text()) : Stream.<String>empty();
                    return Stream.concat(here, scoped(child.getValue()));
                }),
                node.items().stream().flatMap(ScopesTests::scoped));
    }
}
