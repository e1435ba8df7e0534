package dev.qapi.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.lang.ArchRule;
import dev.qapi.identifier.Identifier;
import java.util.stream.Stream;

/** What names a person is a type of its own, which no log can print. */
final class DataRules {

    /**
     * A field with such a name holds an identifier, so it is one. What is derived from it says so at the end of its name
     * ({@code birthDateHash}, {@code citizenshipText}). A {@code subject} is a list of them, or the keyed hash of one.
     */
    private static final String NAMES_A_PERSON =
            "(?:.*[a-z0-9])?(?:[Dd]ocumentNumber|[Pp]assport(?:Number)?|[Bb]irth[Dd](?:ate|ay)"
                    + "|[Dd]ateOfBirth|[Cc]itizenship|[Nn]ationality|[Pp]ersonalNumber|[Cc]ardNumber|[Aa]pplicationNumber"
                    + "|[Pp]aymentNumber|[Dd]ecisionNumber|[Tt]axNumber|Pin|Fin|Voen|Tin|[Pp]hone(?:Number)?|[Ee]mail)"
                    + "|pin|fin|voen|tin";

    private DataRules() {}

    static Stream<ArchRule> all() {
        return Stream.of(noBareIdentifier(), everyIdentifierIsFinal());
    }

    private static ArchRule noBareIdentifier() {
        return noFields()
                .that()
                .haveNameMatching(NAMES_A_PERSON)
                .should()
                .haveRawType(String.class)
                .as("no field that names a person is a text");
    }

    private static ArchRule everyIdentifierIsFinal() {
        return classes()
                .that()
                .areAssignableTo(Identifier.class)
                .and()
                .doNotHaveFullyQualifiedName(Identifier.class.getName())
                .should()
                .haveModifier(FINAL)
                .as("every identifier is final, so that none prints itself in another way");
    }
}
