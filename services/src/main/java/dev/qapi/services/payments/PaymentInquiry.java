package dev.qapi.services.payments;

import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.Malformed.Rule;
import dev.qapi.identifier.PaymentNumber;
import dev.qapi.identifier.ProtocolNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whose charges: those of a person, or the one of a number on a bill or protocol. There is no tax number here: an
 * employer is asked about by the one of its login, never by one that somebody typed.
 */
record PaymentInquiry(
        @Nullable Document document,
        @Nullable BirthDate birthDate,
        @Nullable Citizenship citizenship,
        @Nullable PaymentNumber paymentNumber,
        @Nullable ProtocolNumber protocolNumber)
        implements Inquiry {

    @Override
    public List<Identifier> subject() {
        return debtor().subject();
    }

    @Override
    public SequencedMap<String, Rule> amiss() {
        var amiss = new LinkedHashMap<String, Rule>();
        var ways = Stream.of(isAboutAPerson(), paymentNumber != null, protocolNumber != null);
        if (ways.filter(Boolean::booleanValue).count() != 1) {
            amiss.put("", Rule.ONE_WAY_OF_ASKING);
        } else if (isAboutAPerson()) {
            require(document, "/document", amiss);
            require(birthDate, "/birthDate", amiss);
            require(citizenship, "/citizenship", amiss);
        }
        return amiss;
    }

    private static void require(@Nullable Object value, String pointer, SequencedMap<String, Rule> amiss) {
        if (value == null) {
            amiss.put(pointer, Rule.REQUIRED);
        }
    }

    /** Whoever asks by a number may have found it in the street, and is told nothing that leads to the person. */
    boolean isAboutAPerson() {
        return Stream.of(document, birthDate, citizenship).anyMatch(Objects::nonNull);
    }

    /** As the registers are asked. */
    Debtor debtor() {
        return new Debtor(
                document == null ? null : document.type(),
                document == null ? null : document.number(),
                birthDate,
                citizenship,
                paymentNumber,
                protocolNumber,
                null);
    }
}
