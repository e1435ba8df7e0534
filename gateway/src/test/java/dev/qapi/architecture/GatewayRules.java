package dev.qapi.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** One concern is one package; concerns stand on each other, never in a circle, and know no e-service by name. */
final class GatewayRules {

    private GatewayRules() {}

    static Stream<ArchRule> of(House house) {
        return Stream.of(runInNoCircles(house), knowNoSlice(house));
    }

    private static ArchRule runInNoCircles(House house) {
        return slices().matching(house.gateway() + ".(*)..").should().beFreeOfCycles();
    }

    private static ArchRule knowNoSlice(House house) {
        return noClasses()
                .that()
                .resideInAPackage(house.gateway() + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(house.services() + "..", "dev.qapi.mock..");
    }
}
