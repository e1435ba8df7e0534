package dev.qapi.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.contract.Node;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.problem.Catalogue.Entry;
import dev.qapi.gateway.problem.MalformedFields.Field;
import dev.qapi.identifier.Malformed.Rule;
import io.netty.handler.timeout.ReadTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatusCode;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.web.server.ResponseStatusException;

/** Whatever can go wrong has words in three languages, and no words are there for what cannot. */
class CatalogueTests {

    private static final List<String> LANGUAGES = List.of("az", "ru", "en");
    private static final Node FILE = Node.read(new ClassPathResource("problems.yaml"));

    private final Catalogue catalogue = new Catalogue();
    private final Problems problems = new Problems(catalogue);

    static List<Entry> entries() {
        return new Catalogue().entries();
    }

    static Stream<Failure> failures() {
        return Arrays.stream(Register.values()).flatMap(CatalogueTests::failures);
    }

    private static Stream<Failure> failures(Register register) {
        var outages = Arrays.stream(Failure.Outage.values())
                .map(outage -> new Failure.Unavailable(register, outage, Duration.ofSeconds(5), null));
        return Stream.concat(
                outages,
                Stream.of(
                        new Failure.NotFound(
                                Instant.EPOCH, new Provenance(register, Register.EHIS, Instant.EPOCH, null)),
                        new Failure.Ambiguous(register),
                        new Failure.Untrusted(register, "shape", null),
                        new Failure.Undecided(List.of(new Failure.Untrusted(register, "shape", null)))));
    }

    @ParameterizedTest
    @MethodSource("entries")
    void everyProblemHasATitleAndADetailOfItsOwnInEachLanguage(Entry entry) {
        for (var part : List.of("title", "detail")) {
            var words = entry.words().get(part).entries().toList();
            assertThat(words).extracting(word -> word.getKey()).containsExactlyElementsOf(LANGUAGES);
            assertThat(words)
                    .extracting(word -> word.getValue().text().strip())
                    .doesNotContain("")
                    .doesNotHaveDuplicates();
            assertThat(words.stream()
                            .map(word -> word.getValue().text().contains("{register}"))
                            .distinct())
                    .hasSize(1);
        }
    }

    @Test
    void codesAndAddressesAreUnique() {
        assertThat(entries()).extracting(Entry::code).doesNotHaveDuplicates();
        assertThat(entries()).extracting(Entry::slug).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyRegisterHasANameInEachLanguage(Register register) {
        assertThat(LANGUAGES)
                .allSatisfy(language ->
                        assertThat(catalogue.name(register, language)).isNotBlank());
    }

    @Test
    void noOtherRegisterHasOne() {
        assertThat(FILE.get("registers").entries().map(register -> Register.valueOf(register.getKey())))
                .containsExactlyInAnyOrder(Register.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"az", "ru", "en"})
    void everyFailureOfEveryRegisterCanBeTold(String language) {
        assertThat(failures().map(Object::getClass).distinct())
                .hasSameElementsAs(List.of(Failure.class.getPermittedSubclasses()));
        assertThat(failures()).allSatisfy(failure -> {
            var problem = problems.of(failure, exchange(language));
            assertThat(problem.code()).isEqualTo(failure.code());
            assertThat(problem.detail()).isNotBlank().doesNotContain("{", "}");
            assertThat(problem.register()).isEqualTo(failure.register().name());
        });
    }

    @Test
    void everyProblemHappensAndEveryHappeningIsAProblem() {
        var told = new HashSet<>(Set.of("00300"));
        Arrays.stream(Rule.values()).map(Rule::code).forEach(told::add);
        failures().map(Failure::reason).forEach(told::add);
        Stream.of(400, 401, 403, 404, 405, 406, 413, 415, 418, 421)
                .map(status -> new ResponseStatusException(HttpStatusCode.valueOf(status)))
                .forEach(error -> told.add(code(error)));
        told.addAll(Set.of("00100", "00101", "00103", "00201")); // portals and their tokens
        told.addAll(Set.of("00014", "00015", "00016", "00017", "00020", "00021", "00022", "00023")); // filings
        told.addAll(Set.of("00018", "00019", "00024", "00410")); // webhooks, subscriptions, events
        told.addAll(Set.of("00025", "00026")); // notices by e-mail
        told.add(code(new ServerExchangeRejectedException("ambiguous")));
        told.add(code(new DataBufferLimitException("large")));
        told.add(code(ReadTimeoutException.INSTANCE));
        told.add(code(new LoginNotCompleted()));
        told.add(code(new CsrfException("old")));
        // the same failures in words of their own
        told.addAll(Set.of("03001", "03050"));
        Arrays.stream(TooMany.Of.values())
                .map(of -> new TooMany(of, Duration.ofSeconds(5)))
                .forEach(error -> told.add(code(error)));

        assertThat(entries()).extracting(Entry::code).containsExactlyInAnyOrderElementsOf(told);
    }

    @ParameterizedTest
    @EnumSource
    void everyMalformedFieldIsExplained(Rule rule) {
        var problem = problems.of(new MalformedFields(List.of(new Field("/x", rule))), exchange("en"));

        assertThat(problem.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(rule.code());
            assertThat(error.detail()).isEqualTo(catalogue.byCode(rule.code()).detail("en"));
        });
    }

    private String code(Throwable error) {
        return problems.of(error, exchange("az")).code();
    }

    private static MockServerWebExchange exchange(String language) {
        return MockServerWebExchange.from(MockServerHttpRequest.get("/api/").header("Accept-Language", language));
    }
}
