package dev.qapi.services.owndata;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.FileIds;
import dev.qapi.identifier.FreeText;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.Malformed.Rule;
import dev.qapi.identifier.PersonName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong, and how it is right; about whom, myGov has said.
 *
 * @param value a name or a birth date, as the field is
 */
record CorrectionInquiry(
        PersonalField field, FreeText value, @Nullable FileIds files) implements Inquiry {

    @Override
    public SequencedMap<String, Rule> amiss() {
        var amiss = new LinkedHashMap<String, Rule>();
        try {
            right();
        } catch (Malformed wrong) {
            amiss.put("/value", wrong.rule());
        }
        return amiss;
    }

    /** The value as such a field is written. */
    FreeText right() {
        var typed = value.reveal();
        return FreeText.of(
                field == PersonalField.BIRTH_DATE
                        ? BirthDate.of(typed).reveal()
                        : PersonName.of(typed).reveal());
    }

    /** Whoever is logged in. */
    @Override
    public List<Identifier> subject() {
        return List.of();
    }
}
