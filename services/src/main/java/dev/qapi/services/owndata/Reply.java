package dev.qapi.services.owndata;

import static dev.qapi.services.owndata.FieldName.BIRTH_DATE;
import static dev.qapi.services.owndata.FieldName.GIVEN;
import static dev.qapi.services.owndata.FieldName.SURNAME;

import dev.qapi.eservice.Evidence;
import dev.qapi.identifier.BirthDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a register says that it holds. */
interface Reply extends Evidence<Sought> {

    Match outcome();

    Sought.Echo subject();

    /** What it holds on the person, a record each; empty if it knows the person and holds nothing. */
    List<? extends Entry> entries();

    /** The person as this register writes them, if it does so beside its entries. */
    default @Nullable Name writtenAs() {
        return null;
    }

    /** Fields that we do not know: beside one of them an empty list is no proof of none. */
    @Nullable
    Map<String, Object> unread();

    /** Whether the register says that nothing is left out. */
    boolean whole();

    /** All there is to tell, how the person is written first. */
    default List<Entry> records() {
        return Stream.concat(Stream.ofNullable(writtenAs()), entries().stream()).toList();
    }

    @Override
    default Match match() {
        return outcome();
    }

    @Override
    default boolean complete() {
        var unread = unread();
        return whole() && (!entries().isEmpty() || unread == null || unread.isEmpty());
    }

    @Override
    default boolean isAbout(Sought sought) {
        return subject().is(sought);
    }

    /** "Nothing is held" is told while it is fresh, and never stands in for a register that is silent. */
    @Override
    default boolean denies() {
        return entries().isEmpty();
    }

    /** Of whoever is not known nothing is held; a known person may have nothing. */
    static void check(Evidence.Match outcome, @Nullable Object person, List<?> held) {
        if (outcome != Evidence.Match.MATCHED && (person != null || !held.isEmpty())) {
            throw new IllegalArgumentException("outcome and entries do not fit");
        }
    }

    /** One record of a register. */
    interface Entry {
        void tell(Fields fields);
    }

    /** Registers spell one name in several ways, and err in birth dates; none of them is corrected here. */
    record Name(String surname, String given, BirthDate birthDate) implements Entry {
        @Override
        public void tell(Fields fields) {
            fields.add(SURNAME, surname).add(GIVEN, given).add(BIRTH_DATE, birthDate);
        }
    }
}
