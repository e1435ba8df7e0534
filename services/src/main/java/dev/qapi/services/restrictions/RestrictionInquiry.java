package dev.qapi.services.restrictions;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.ApplicationNumber;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DecisionNumber;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.ProtocolNumber;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who wants to cross the border. Document, birth date and citizenship are known to hotels, employers and spouses too; a
 * number of a paper is a third factor, and of several every one has to be right.
 */
record RestrictionInquiry(
        Document document,
        BirthDate birthDate,
        Citizenship citizenship,
        @Nullable ProtocolNumber protocolNumber,
        @Nullable ApplicationNumber applicationNumber,
        @Nullable DecisionNumber decisionNumber)
        implements Inquiry {

    /** Of who is logged in: nothing has to be typed. */
    static RestrictionInquiry of(dev.qapi.eservice.Person person) {
        return new RestrictionInquiry(person.document(), person.birthDate(), person.citizenship(), null, null, null);
    }

    @Override
    public List<Identifier> subject() {
        return person().subject();
    }

    /** What every register is asked. */
    Person person() {
        return new Person(document.type(), document.number(), birthDate, citizenship);
    }

    boolean hasThirdFactor() {
        return protocolNumber != null || namesACase();
    }

    /** Whether a number is given that only the person's applications can confirm. */
    boolean namesACase() {
        return applicationNumber != null || decisionNumber != null;
    }
}
