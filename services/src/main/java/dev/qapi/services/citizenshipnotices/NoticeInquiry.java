package dev.qapi.services.citizenshipnotices;

import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Person;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.FileIds;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.Malformed.Rule;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen gives notice of; myGov has said who they are.
 *
 * @param citizenship the new one
 * @param acquired the day on which they became a citizen of that state
 */
record NoticeInquiry(
        Citizenship citizenship,
        LocalDate acquired,
        Residence residence,
        @Nullable FileIds files) implements Inquiry {

    /** Before that day there was no citizenship of the Republic beside which to acquire another. */
    private static final LocalDate INDEPENDENCE = LocalDate.of(1991, 10, 18);
    /** One's own, none, and those of organisations. */
    private static final Set<String> NOT_FOREIGN =
            Set.of("AZE", "XXA", "XXB", "XXC", "XXX", "UNO", "UNA", "UNK", "EUE");

    @Override
    public SequencedMap<String, Rule> amiss(LocalDate today) {
        var amiss = new LinkedHashMap<String, Rule>();
        if (NOT_FOREIGN.contains(citizenship.reveal())) {
            amiss.put("/citizenship", Rule.FOREIGN_CITIZENSHIP);
        }
        if (acquired.isAfter(today) || acquired.isBefore(INDEPENDENCE)) {
            amiss.put("/acquired", Rule.DAY);
        }
        return amiss;
    }

    /** Whether that day is before the birth of who gives notice. */
    boolean isBeforeBirth(Person person) {
        return person.birthDate().hasTurned(0, acquired).filter(born -> !born).isPresent();
    }

    /** Whoever is logged in. */
    @Override
    public List<Identifier> subject() {
        return List.of();
    }
}
