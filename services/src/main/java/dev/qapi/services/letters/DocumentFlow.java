package dev.qapi.services.letters;

import dev.qapi.eservice.Delivery;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.RegisterClient;
import dev.qapi.eservice.Registration;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.FreeText;
import dev.qapi.identifier.PersonName;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** The migration service's letters, whichever channel they came by. */
@RegisterClient(Register.DOCUMENT_FLOW)
interface DocumentFlow {

    @PostExchange("/letters/file")
    Mono<ResponseEntity<Registered>> file(@RequestBody Form form);

    @PostExchange("/letters/search")
    Mono<ResponseEntity<Standing.Reply>> search(@RequestBody Standing.Search search);

    record Form(
            FilingNumber clientReference,
            Channel channel,
            PersonName senderName,
            DocumentNumber documentNumber,
            Topic topic,
            AnswerLanguage answerLanguage,
            FreeText text) {

        static Form of(Delivery<Letter> delivery) {
            var letter = delivery.payload();
            return new Form(
                    delivery.reference(),
                    letter.cameBy(),
                    letter.name(),
                    letter.document().number(),
                    letter.topic(),
                    letter.answerIn(),
                    letter.text());
        }
    }

    enum Outcome {
        FILED
    }

    record Reference(FilingNumber clientReference) {}

    /** @param duplicateOf the earlier letter of the same sender that says the same, whichever channel it came by */
    record Registered(
            Outcome outcome,
            Instant asOf,
            boolean complete,
            Reference subject,
            RegisterNumber number,
            Instant filedAt,
            String executor,
            LocalDate dueBy,
            @Nullable RegisterNumber duplicateOf)
            implements Registration<Letter> {

        /** The one number of a letter, however many ways and times it was sent. */
        RegisterNumber joined() {
            return duplicateOf == null ? number : duplicateOf;
        }

        @Override
        public Match match() {
            return Match.MATCHED;
        }

        @Override
        public boolean isAbout(Delivery<Letter> delivery) {
            return subject.clientReference().equals(delivery.reference());
        }
    }
}
