package dev.qapi.mock.registers;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.qapi.eservice.Manat;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.mygov.Message;
import dev.qapi.mock.population.Filing.Filed;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Something that was done while the country ran: with the seed, the deeds are its whole state. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "deed")
@JsonSubTypes({
    @JsonSubTypes.Type(Deed.Paid.class),
    @JsonSubTypes.Type(Deed.Applied.class),
    @JsonSubTypes.Type(Deed.Forecast.class),
    @JsonSubTypes.Type(Deed.Notice.class),
    @JsonSubTypes.Type(Deed.Corrected.class),
    @JsonSubTypes.Type(Deed.Letter.class),
    @JsonSubTypes.Type(Deed.Sent.class),
    @JsonSubTypes.Type(Deed.Written.class),
    @JsonSubTypes.Type(Deed.Taken.class),
    @JsonSubTypes.Type(Deed.Moved.class)
})
sealed interface Deed {

    /** By which the caller knows it: the same reference is the same deed. */
    String reference();

    /** What it is about: the words under which it is looked for. */
    List<String> about();

    record Paid(String reference, Instant at, String receipt, RegisterNumber paymentNumber, Manat amount)
            implements Deed {
        @Override
        public List<String> about() {
            return List.of(paymentNumber.reveal());
        }
    }

    /** @param applicant id of a person */
    record Applied(String reference, Instant at, String applicant, Filed filed) implements Deed {
        @Override
        public List<String> about() {
            var known = Stream.of(applicant, filed.paymentNumber().reveal());
            return Stream.concat(known, Stream.ofNullable(filed.employer()).map(Applied::by))
                    .toList();
        }

        /** An employer may be called as a person is. */
        static String by(String employer) {
            return "employer " + employer;
        }
    }

    record Forecast(String reference, Instant at, String number, RegisterNumber taxNumber, int year, int version)
            implements Deed {
        @Override
        public List<String> about() {
            return List.of(by(taxNumber, year));
        }

        static String by(RegisterNumber taxNumber, int year) {
            return taxNumber.reveal() + '/' + year;
        }
    }

    /** @param number of a citizen's notice of another citizenship */
    record Notice(String reference, Instant at, String number) implements Deed {
        @Override
        public List<String> about() {
            return List.of();
        }
    }

    /** @param person their id, if it is one person whom the request names */
    record Corrected(
            String reference,
            Instant at,
            String number,
            @Nullable String person,
            String field,
            String value) implements Deed {
        @Override
        public List<String> about() {
            return person == null ? List.of() : List.of(person);
        }
    }

    /** @param sameAs a fingerprint of sender and text, by which a letter sent twice is known */
    record Letter(
            String reference,
            Instant at,
            String number,
            String topic,
            LocalDate dueBy,
            String sameAs,
            @Nullable String duplicateOf)
            implements Deed {
        @Override
        public List<String> about() {
            return List.of(number, sameAs);
        }
    }

    record Sent(String reference, Message message) implements Deed {
        @Override
        public List<String> about() {
            return List.of(message.pin().reveal());
        }
    }

    /** @param inbox the register where a letter was left */
    record Written(String reference, Instant at, String inbox, ObjectNode letter) implements Deed {
        @Override
        public List<String> about() {
            return List.of(inbox);
        }
    }

    /** @param number under which the letter of that reference was taken */
    record Taken(String reference, Instant at, String number) implements Deed {
        @Override
        public List<String> about() {
            return List.of();
        }
    }

    record Moved(String reference, Duration by) implements Deed {
        @Override
        public List<String> about() {
            return List.of();
        }
    }
}
