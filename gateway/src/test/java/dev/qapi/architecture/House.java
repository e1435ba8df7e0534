package dev.qapi.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/**
 * What the rules are about.
 *
 * @param services the package that every slice has a package of its own in
 * @param gateway the package that every concern has a package of its own in
 */
record House(String services, String gateway) {

    /** The product. */
    static final House OURS = new House("dev.qapi.services", "dev.qapi.gateway");

    /** Everything done wrong. */
    static final House BAD = new House("dev.qapi.architecture.bad.services", "dev.qapi.architecture.bad.gateway");

    JavaClasses classes() {
        return this == BAD
                ? new ClassFileImporter().importPackages("dev.qapi.architecture.bad")
                : new ClassFileImporter()
                        .withImportOption(new DoNotIncludeTests())
                        .importPackages("dev.qapi");
    }

    Stream<ArchRule> rules() {
        return Stream.of(SliceRules.of(this), GatewayRules.of(this), CodeRules.all(), DataRules.all())
                .flatMap(rules -> rules);
    }
}
