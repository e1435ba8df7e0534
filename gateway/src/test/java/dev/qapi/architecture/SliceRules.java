package dev.qapi.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import dev.qapi.eservice.AllowedTo;
import dev.qapi.eservice.EService;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.RequestMapping;

/** One e-service is one closed package that knows its contract, its register and nothing else. */
final class SliceRules {

    /** What a slice is written with. Whoever needs more has found a concern of the gateway. */
    private static final String[] KNOWN = {
        "java..",
        "dev.qapi.eservice",
        "dev.qapi.identifier",
        "dev.qapi.law",
        "com.fasterxml.jackson.annotation",
        "org.jspecify.annotations",
        "org.springframework.http",
        "org.springframework.http.codec",
        "org.springframework.web.bind.annotation",
        "org.springframework.web.service.annotation",
        "reactor.core.publisher"
    };

    private SliceRules() {}

    static Stream<ArchRule> of(House house) {
        return Stream.of(doNotKnowEachOther(house), areClosed(house), knowNoTechnology(house), haveAPolicy());
    }

    private static ArchRule doNotKnowEachOther(House house) {
        return slices().matching(house.services() + ".(*)..").should().notDependOnEachOther();
    }

    private static ArchRule areClosed(House house) {
        return classes()
                .that()
                .resideInAPackage(house.services() + "..")
                .and()
                .areTopLevelClasses()
                .should()
                .bePackagePrivate();
    }

    private static ArchRule knowNoTechnology(House house) {
        var known = Stream.concat(Stream.of(KNOWN), Stream.of(house.services() + ".."));
        return classes()
                .that()
                .resideInAPackage(house.services() + "..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known.toArray(String[]::new));
    }

    private static ArchRule haveAPolicy() {
        return methods()
                .that()
                .areMetaAnnotatedWith(RequestMapping.class)
                .and()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(EService.class)
                .should()
                .beAnnotatedWith(AllowedTo.class);
    }
}
