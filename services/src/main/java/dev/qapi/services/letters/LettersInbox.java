package dev.qapi.services.letters;

import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.FreeText;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.PersonName;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Where people who are logged in to a portal leave letters, and the portal vouches for who they are. */
interface LettersInbox {

    @PostExchange("/letters/waiting")
    Mono<ResponseEntity<Waiting>> waiting(@RequestBody Most most);

    @PostExchange("/letters/read")
    Mono<ResponseEntity<Read>> read(@RequestBody Id id);

    @PostExchange("/letters/take")
    Mono<ResponseEntity<Taken>> take(@RequestBody Taking taking);

    record Most(int most) implements Inquiry {
        @Override
        public List<Identifier> subject() {
            return List.of();
        }
    }

    record Id(UUID id) implements Inquiry {
        @Override
        public List<Identifier> subject() {
            return List.of();
        }
    }

    /** @param number under which the sender finds it from now on */
    record Taking(UUID id, FilingNumber number, Instant filedAt) implements Inquiry {
        @Override
        public List<Identifier> subject() {
            return List.of();
        }
    }

    record Waiting(Match outcome, Instant asOf, boolean complete, Most subject, List<UUID> letters)
            implements Evidence<Most> {
        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean isAbout(Most most) {
            return subject.equals(most);
        }
    }

    record Read(
            Match outcome,
            Instant asOf,
            boolean complete,
            Id subject,
            @Nullable Written letter) implements Evidence<Id> {
        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean isAbout(Id id) {
            return subject.equals(id)
                    && (letter == null ? outcome != Match.MATCHED : letter.id().equals(id.id()));
        }
    }

    record Written(
            UUID id,
            Instant writtenAt,
            PersonName name,
            Document document,
            BirthDate birthDate,
            Citizenship citizenship,
            Topic topic,
            AnswerLanguage answerIn,
            FreeText text) {

        Letter letter(Channel channel) {
            return new Letter(name, document, birthDate, citizenship, topic, answerIn, text, channel);
        }
    }

    record Taken(
            Match outcome,
            Instant asOf,
            boolean complete,
            Id subject,
            @Nullable FilingNumber number) implements Evidence<Taking> {
        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean isAbout(Taking taking) {
            return subject.id().equals(taking.id());
        }
    }
}
