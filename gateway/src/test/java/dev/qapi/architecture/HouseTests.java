package dev.qapi.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchRule;
import dev.qapi.contract.Contract;
import dev.qapi.eservice.EService;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.Identifier;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every rule holds, and would be noticed if it did not. */
class HouseTests {

    private static final JavaClasses OURS = House.OURS.classes();
    private static final JavaClasses BAD = House.BAD.classes();

    static Stream<Named<ArchRule>> ourRules() {
        return House.OURS.rules().map(rule -> Named.of(rule.getDescription(), rule));
    }

    static Stream<Named<ArchRule>> sameRulesForTheBadHouse() {
        return House.BAD.rules().map(rule -> Named.of(rule.getDescription(), rule));
    }

    @ParameterizedTest
    @MethodSource("ourRules")
    void holds(ArchRule rule) {
        rule.check(OURS);
    }

    @ParameterizedTest
    @MethodSource("sameRulesForTheBadHouse")
    void bites(ArchRule rule) {
        assertThat(rule.evaluate(BAD).hasViolation()).isTrue();
    }

    /** One rule has many ways to be broken: each line of the bad class is found on its own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "String.toUpperCase()",
                "String.toLowerCase()",
                "LocalDate.now()",
                "Instant.now()",
                "ZonedDateTime.now(java.time.ZoneId)",
                "Clock.systemUTC()",
                "System.currentTimeMillis()",
                "Date.<init>()",
                "Mono.block()",
                "Flux.blockLast(java.time.Duration)",
                "Mono.toFuture()",
                "Thread.sleep(long)",
                "Sins.birthDate",
                "Sins.holderPin",
                "Sins.clock"
            })
    void findsEachWay(String way) {
        assertThat(House.BAD.rules().flatMap(rule -> rule.evaluate(BAD).getFailureReport().getDetails().stream()))
                .anyMatch(violation -> violation.contains(way));
    }

    @Test
    void everyEServiceHasAContractAndTheReverse() {
        assertThat(ids(OURS)).isNotEmpty().isEqualTo(contracts());
        assertThat(ids(BAD)).isNotEqualTo(contracts());
    }

    private static Set<String> ids(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(EService.class))
                .map(type -> type.getAnnotationOfType(EService.class).value())
                .collect(Collectors.toSet());
    }

    private static Set<String> contracts() {
        return Contract.all().stream().map(Contract::id).collect(Collectors.toSet());
    }

    @Test
    void noIdentifierPrintsItself() throws NoSuchMethodException {
        assertThat(Modifier.isFinal(Identifier.class.getMethod("toString").getModifiers()))
                .isTrue();
        assertThat(DocumentNumber.of("C01234567").toString()).doesNotContain("01234567");
    }
}
