package dev.qapi.eservice;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who has looked at a person, by the audit. If it cannot be read there is a {@link Failure}, never an empty list. */
public interface Accesses {

    /**
     * Those that named the person by the document that they are logged in with, and those of their own, newest first.
     *
     * @param after where the page before ended; null for the first
     * @param most so many at once
     */
    Mono<Page> of(Person person, @Nullable Mark after, int most);

    /** How often somebody else has asked an e-service about the person since then. */
    Mono<Long> count(Person person, String eservice, Instant since);

    /**
     * @param more whether there are older ones
     * @param completeUntil nothing that happened before it is left out; later questions may still be on their way
     */
    record Page(List<Access> accesses, boolean more, Instant completeUntil) {}

    /**
     * One look at a person.
     *
     * @param mark where it stands
     * @param own whether it was the person themselves, logged in
     * @param client which portal, if it was one
     * @param purpose why, by the portal's word
     * @param caseRef in which case of the portal's own
     * @param eservice what was asked, by its id
     * @param status of the answer, as HTTP has it
     * @param partial whether only a part of the answer could be given
     */
    record Access(
            Mark mark,
            Caller caller,
            boolean own,
            @Nullable String client,
            @Nullable String purpose,
            @Nullable String caseRef,
            String eservice,
            int status,
            boolean partial) {}

    /** A place in the order of the looks: when, and which of those of the same moment. */
    record Mark(Instant at, String id) {}
}
