package dev.qapi.mock.population;

import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.RegisterNumber;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is, before anything happens to them.
 *
 * @param place in the country
 * @param origin ISO 3166-1 alpha-3
 * @param born the true day, whatever the document leaves open
 * @param birthDate as the document has it
 * @param passport number of the current passport
 * @param parent place of the parent, negative for adults
 */
record Identity(
        int place,
        Kind kind,
        Citizenship citizenship,
        Setting.Origin origin,
        boolean male,
        Names.Name surname,
        Names.Name given,
        LocalDate born,
        BirthDate birthDate,
        RegisterNumber passport,
        RegisterNumber pin,
        int parent) {

    /** What brings somebody before the migration service. */
    enum Kind {
        VISITOR,
        RESIDENT,
        WORKER,
        PERMANENT,
        CITIZEN
    }

    String id() {
        return id(place);
    }

    static String id(int place) {
        return "p-" + place;
    }

    boolean isMinor() {
        return parent >= 0;
    }

    @Nullable
    String nativeName() {
        return surname.atHome() == null && given.atHome() == null ? null : atHome(surname) + ' ' + atHome(given);
    }

    private static String atHome(Names.Name name) {
        return name.atHome() == null ? name.latin() : name.atHome();
    }
}
