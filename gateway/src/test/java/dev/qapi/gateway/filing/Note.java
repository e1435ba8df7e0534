package dev.qapi.gateway.filing;

import dev.qapi.eservice.Delivery;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Registration;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.FreeText;
import dev.qapi.identifier.Identifier;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that can be filed. */
record Note(
        FreeText text, DocumentNumber document, @Nullable Integer copies) implements Inquiry {

    static Note saying(String text) {
        return new Note(FreeText.of(text), DocumentNumber.of("C01234567"), null);
    }

    static Note any() {
        return saying("note " + UUID.randomUUID());
    }

    @Override
    public List<Identifier> subject() {
        return List.of(document);
    }

    record Taken(Match outcome, Instant asOf, boolean complete, String clientReference, String number)
            implements Registration<Note> {

        @Override
        public Match match() {
            return outcome;
        }

        @Override
        public boolean isAbout(Delivery<Note> delivery) {
            return clientReference.equals(delivery.reference().reveal());
        }
    }
}
