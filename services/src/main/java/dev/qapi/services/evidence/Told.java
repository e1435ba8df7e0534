package dev.qapi.services.evidence;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Words;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a form may be filled in with.
 *
 * @param held by {@link Attribute#field()}; an attribute that is not here is in {@code nothingHeld} or missing
 * @param nothingHeld what an office has answered about without holding anything
 */
record Told(Coded<Purpose> purpose, @JsonAnyGetter Map<String, Held> held, List<Nothing> nothingHeld) {

    /**
     * @param asOf by the register's own clock
     * @param writtenAs the person, as this register writes them
     */
    record Held(Coded<Register> register, Instant asOf, Reply.@Nullable Name writtenAs, List<?> entries) {}

    record Nothing(Coded<Attribute> attribute, Coded<Register> register, Coded<Reason> reason) {

        static Nothing because(Reason reason, Attribute attribute, Words words) {
            return new Nothing(
                    Coded.of(attribute, words), Coded.of(attribute.holder(), words), Coded.of(reason, words));
        }
    }

    enum Reason {
        NONE_RECORDED,
        PERSON_UNKNOWN
    }

    record Identity(
            String surname,
            String given,
            @Nullable String patronymic,
            @JsonProperty("native") @Nullable String nativeName,
            Coded<Iamas.Sex> sex,
            BirthDate birthDate,
            Citizenship citizenship,
            List<Document> documents) {

        static Identity of(Iamas.Registered it, Words words) {
            return new Identity(
                    it.surname(),
                    it.given(),
                    it.patronymic(),
                    it.nativeName(),
                    Coded.of(it.sex(), words),
                    it.birthDate(),
                    it.citizenship(),
                    it.documents().stream()
                            .map(paper -> Document.of(paper, words))
                            .toList());
        }
    }

    record Document(
            Coded<Iamas.DocumentKind> type,
            RegisterNumber number,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        static Document of(Iamas.Paper it, Words words) {
            return new Document(Coded.of(it.type(), words), it.number(), it.from(), it.until());
        }
    }

    record Entry(Instant at, String point) {}

    record Act(
            Coded<Vvadq.ActKind> kind,
            RegisterNumber number,
            LocalDate date,
            String place,
            @Nullable String other) {
        static Act of(Vvadq.Act it, Words words) {
            return new Act(Coded.of(it.kind(), words), it.number(), it.date(), it.place(), it.other());
        }
    }

    record Visa(
            RegisterNumber number,
            Coded<VisaSystem.VisaKind> kind,
            Coded<VisaSystem.Entries> entries,
            LocalDate from,
            LocalDate until,
            int stayDays,
            Coded<VisaSystem.VisaState> state) {
        static Visa of(VisaSystem.Issued it, Words words) {
            return new Visa(
                    it.number(),
                    Coded.of(it.kind(), words),
                    Coded.of(it.entries(), words),
                    it.from(),
                    it.until(),
                    it.stayDays(),
                    Coded.of(it.state(), words));
        }
    }
}
