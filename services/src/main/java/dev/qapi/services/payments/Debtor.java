package dev.qapi.services.payments;

import dev.qapi.eservice.Employer;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Person;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.PaymentNumber;
import dev.qapi.identifier.ProtocolNumber;
import dev.qapi.identifier.TaxNumber;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whose charges both registers are asked for, in the same words: a person, an employer, or whoever a number was given to. */
record Debtor(
        @Nullable DocumentType documentType,
        @Nullable DocumentNumber documentNumber,
        @Nullable BirthDate birthDate,
        @Nullable Citizenship citizenship,
        @Nullable PaymentNumber paymentNumber,
        @Nullable ProtocolNumber protocolNumber,
        @Nullable TaxNumber taxNumber)
        implements Inquiry {

    static Debtor of(Person person) {
        var document = person.document();
        return new Debtor(
                document.type(), document.number(), person.birthDate(), person.citizenship(), null, null, null);
    }

    static Debtor of(Employer employer) {
        return new Debtor(null, null, null, null, null, null, employer.taxNumber());
    }

    @Override
    public List<Identifier> subject() {
        return Stream.<@Nullable Identifier>of(
                        documentNumber, birthDate, citizenship, paymentNumber, protocolNumber, taxNumber)
                .flatMap(Stream::ofNullable)
                .toList();
    }

    /** Whom a reply says it is about: in the very terms in which it was asked, neither more nor fewer. */
    record Echo(
            @Nullable DocumentNumber documentNumber,
            @Nullable BirthDate birthDate,
            @Nullable Citizenship citizenship,
            @Nullable PaymentNumber paymentNumber,
            @Nullable ProtocolNumber protocolNumber,
            @Nullable TaxNumber taxNumber) {

        boolean is(Debtor debtor) {
            return Objects.equals(documentNumber, debtor.documentNumber)
                    && Objects.equals(birthDate, debtor.birthDate)
                    && Objects.equals(citizenship, debtor.citizenship)
                    && Objects.equals(paymentNumber, debtor.paymentNumber)
                    && Objects.equals(protocolNumber, debtor.protocolNumber)
                    && Objects.equals(taxNumber, debtor.taxNumber);
        }
    }
}
