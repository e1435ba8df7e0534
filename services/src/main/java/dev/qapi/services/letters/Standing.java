package dev.qapi.services.letters;

import dev.qapi.eservice.Course;
import dev.qapi.eservice.EventType;
import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Inquiry;
import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a letter is with the service itself. */
enum Standing {
    REGISTERED,
    FORWARDED,
    ANSWERED;

    /** That it is registered, its sender knows since the register has it. */
    Course course() {
        return switch (this) {
            case REGISTERED -> Course.quiet(name());
            case FORWARDED -> Course.at(name(), EventType.STATUS_CHANGED);
            case ANSWERED -> Course.over(name(), EventType.ANSWER_ARRIVED);
        };
    }

    /** By the register's number, which names nobody. */
    record Search(RegisterNumber number) implements Inquiry {

        @Override
        public List<Identifier> subject() {
            return List.of();
        }
    }

    /** @param answer there once it is answered */
    record Now(
            RegisterNumber number,
            Standing state,
            String executor,
            @Nullable String answer) {}

    record Reply(
            Match outcome,
            Instant asOf,
            boolean complete,
            Search subject,
            @Nullable Now letter) implements Evidence<Search> {

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean isAbout(Search search) {
            return subject.equals(search)
                    && (letter == null
                            ? outcome != Match.MATCHED
                            : letter.number().equals(search.number()));
        }
    }
}
