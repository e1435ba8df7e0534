package dev.qapi.mock.population;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.RegisterNumber;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whom registers know, with everything that happens to them in their life, past and future: a register tells
 * what has happened by its own moment.
 *
 * @param id the persona's name, or {@code p} and the place in the country
 * @param surname in Latin letters as the passport has it
 * @param nativeName as written at home, where that is another script
 * @param documents the current one first
 * @param pin residence-card PIN, or FIN of a citizen
 * @param parent id of the parent who acts for a minor
 * @param companies ids of the employers this person may act for
 * @param bars restrictions that no payment causes
 * @param disagreements what a register holds differently
 * @param cases applications to the migration service
 */
public record Person(
        String id,
        String surname,
        String given,
        @JsonProperty("native") @Nullable String nativeName,
        String sex,
        BirthDate birthDate,
        Citizenship citizenship,
        List<Papers.Document> documents,
        @Nullable RegisterNumber pin,
        @Nullable String parent,
        List<String> companies,
        List<Papers.Crossing> crossings,
        List<Papers.Visa> visas,
        List<Papers.Registration> registrations,
        List<Charge> charges,
        List<Papers.Bar> bars,
        List<Papers.Debt> debts,
        List<Papers.Permit> permits,
        List<Papers.Act> acts,
        List<Papers.Employment> employments,
        List<Papers.Disagreement> disagreements,
        List<Case> cases) {

    /** Lists that a file leaves out are empty. */
    public Person {
        documents = given(documents);
        companies = given(companies);
        crossings = given(crossings);
        visas = given(visas);
        registrations = given(registrations);
        charges = given(charges);
        bars = given(bars);
        debts = given(debts);
        permits = given(permits);
        acts = given(acts);
        employments = given(employments);
        disagreements = given(disagreements);
        cases = given(cases);
    }

    private static <T> List<T> given(@Nullable List<T> list) {
        return Objects.requireNonNullElse(list, List.of());
    }

    /** The same person with these applications. */
    public Person with(List<Case> theirs) {
        return new Person(
                id,
                surname,
                given,
                nativeName,
                sex,
                birthDate,
                citizenship,
                documents,
                pin,
                parent,
                companies,
                crossings,
                visas,
                registrations,
                charges,
                bars,
                debts,
                permits,
                acts,
                employments,
                disagreements,
                theirs);
    }

    /** Whether these are this person's details, to the letter. */
    public boolean is(String type, DocumentNumber number, BirthDate born, Citizenship of) {
        return birthDate.equals(born)
                && citizenship.equals(of)
                && documents.stream().anyMatch(document -> document.is(type, number));
    }

    /** Whether it is one of the sandbox's named persons, whose story stands still until somebody acts. */
    public boolean isPersona() {
        return !id.startsWith("p-");
    }

    /** What a register holds of a field: usually what is so. */
    public String asHeldBy(String register, String field, String truth) {
        return disagreements.stream()
                .filter(it -> it.register().equals(register) && it.field().equals(field))
                .map(Papers.Disagreement::says)
                .findFirst()
                .orElse(truth);
    }
}
