package dev.qapi.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.qapi.contract.Contract;
import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.EService;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.PostMapping;
import reactor.core.publisher.Mono;

@AnalyzeClasses(packages = "dev.qapi", importOptions = DoNotIncludeTests.class)
class ArchitectureTests {

    @ArchTest
    static final ArchRule slicesDoNotKnowEachOther =
            slices().matching("dev.qapi.services.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule slicesAreClosed = classes()
            .that()
            .resideInAPackage("dev.qapi.services..")
            .and()
            .areTopLevelClasses()
            .should()
            .bePackagePrivate();

    @ArchTest
    static final ArchRule slicesKnowNoTechnology = noClasses()
            .that()
            .resideInAPackage("dev.qapi.services..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "dev.qapi.gateway..",
                    "dev.qapi.mock..",
                    "io.github.resilience4j..",
                    "io.lettuce..",
                    "com.mongodb..",
                    "io.netty..",
                    "reactor.netty..",
                    "org.springframework.data..",
                    "org.springframework.security..",
                    "org.springframework.web.reactive..");

    @ArchTest
    static final ArchRule concernsDoNotRunInCircles =
            slices().matching("dev.qapi.gateway.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theGatewayKnowsNoSlice = noClasses()
            .that()
            .resideInAPackage("dev.qapi.gateway..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.qapi.services..", "dev.qapi.mock..");

    @ArchTest
    static final ArchRule theClockIsInjected =
            noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now");

    @ArchTest
    static final ArchRule nothingBlocks = noClasses().should().callMethod(Mono.class, "block");

    @ArchTest
    static final ArchRule nothingIsUpperCasedByAccident = noClasses()
            .should()
            .callMethod(String.class, "toUpperCase")
            .orShould()
            .callMethod(String.class, "toLowerCase");

    @ArchTest
    static void everyRouteHasAPolicy(JavaClasses all) {
        all.stream()
                .filter(type -> type.isAnnotatedWith(EService.class))
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(PostMapping.class))
                .forEach(method -> assertThat(method.isAnnotatedWith(AllowedTo.class))
                        .as(method.getFullName())
                        .isTrue());
    }

    @ArchTest
    static void everyEServiceHasAContractAndTheReverse(JavaClasses all) {
        var ids = all.stream()
                .filter(type -> type.isAnnotatedWith(EService.class))
                .map(type -> type.getAnnotationOfType(EService.class).value())
                .collect(toSet());
        assertThat(Contract.all().stream().map(Contract::id).collect(toSet())).isEqualTo(ids);
    }
}
