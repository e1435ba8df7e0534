package dev.qapi.contract;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The employers of the sandbox are what AVİS and the quota of VMMS could say, and agree with the registers' examples. */
class EmployersTest {

    private static final Collection<Node> EMPLOYERS = Persona.employers().values();

    @Test
    void aTaxNumberSaysWhetherItIsACompanyOrAPerson() {
        assertThat(EMPLOYERS)
                .allMatch(it -> it.get("taxNumber")
                        .text()
                        .matches(it.get("kind").text().equals("INDIVIDUAL") ? "[0-9]{9}2" : "[0-9]{9}1"));
        assertThat(EMPLOYERS).extracting(it -> it.get("taxNumber").text()).doesNotHaveDuplicates();
    }

    @Test
    void eachIsWhatAvisCouldSay() {
        var avis = register("avis");
        var taxpayer = new Node(Map.of("$ref", "#/components/schemas/Taxpayer"));
        assertThat(EMPLOYERS)
                .allSatisfy(it ->
                        assertThat(Schemas.errors(avis, taxpayer, it.value())).isEmpty());
        assertThat(EMPLOYERS).extracting(it -> it.get("status").text()).contains("ACTIVE", "SUSPENDED", "LIQUIDATED");
    }

    @Test
    void everyPlaceIsWhatVmmsCouldSayAndNoneIsUsedTwice() {
        var place = new Node(Map.of("$ref", "#/components/schemas/Place"));
        assertThat(places()).isNotEmpty().allSatisfy(it -> {
            assertThat(Schemas.errors(register("vmms"), place, it.value())).isEmpty();
            assertThat(number(it, "used")).isLessThanOrEqualTo(number(it, "approved"));
        });
    }

    @Test
    void everyForeignerWhoWorksThereUsesAPlaceOrNeedsNone() {
        assertThat(EMPLOYERS)
                .allSatisfy(it -> assertThat(number(it, "foreignEmployees"))
                        .isEqualTo(number(it, "exempt")
                                + of2026(it.get("quota").items().stream())
                                        .mapToInt(place -> number(place, "used"))
                                        .sum()));
    }

    @Test
    void theQuotaOfAllIsTheSumOfEachOnes() {
        var summary = exchange("/quota/summary");
        assertThat(of2026(places())
                        .collect(groupingBy(it -> it.get("activity").text(), summingInt(it -> number(it, "used")))))
                .isEqualTo(summary.get("activities").items().stream()
                        .collect(groupingBy(it -> it.get("activity").text(), summingInt(it -> number(it, "used")))));
        assertThat(List.of(number(summary, "approved"), number(summary, "used")))
                .containsExactly(
                        of2026(places()).mapToInt(it -> number(it, "approved")).sum(),
                        of2026(places()).mapToInt(it -> number(it, "used")).sum());
    }

    @Test
    void aPermitNamesAnEmployerAsItIsCalled() {
        var permits = Persona.all().stream()
                .flatMap(it -> Values.named(it.node(), Set.of("permits")))
                .flatMap(it -> it.items().stream())
                .filter(it -> it.get("employerTaxNumber").isPresent());
        assertThat(permits)
                .isNotEmpty()
                .allMatch(permit -> EMPLOYERS.stream()
                        .anyMatch(it -> it.get("taxNumber").equals(permit.get("employerTaxNumber"))
                                && it.get("name").equals(permit.get("employerName"))));
    }

    private static Stream<Node> places() {
        return EMPLOYERS.stream().flatMap(it -> it.get("quota").items().stream());
    }

    private static Stream<Node> of2026(Stream<Node> places) {
        return places.filter(it -> number(it, "year") == 2026);
    }

    private static int number(Node node, String name) {
        return (Integer) Objects.requireNonNull(node.get(name).value());
    }

    private static Node exchange(String path) {
        return new Node(
                register("vmms").exchanges(path).findFirst().orElseThrow().answer());
    }

    private static Contract register(String id) {
        return Contract.registers().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
