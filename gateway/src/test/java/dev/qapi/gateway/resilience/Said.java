package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Provenance;
import dev.qapi.eservice.Register;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.Identifier;
import java.time.Instant;
import java.util.List;

/** A reply as small as one can be, and the question it answers. */
record Said(Match match, Instant asOf, boolean complete, DocumentNumber document, String text)
        implements Evidence<Said.Ask> {

    record Ask(DocumentNumber document) implements Inquiry {

        static Ask about(String number) {
            return new Ask(DocumentNumber.of(number));
        }

        @Override
        public List<Identifier> subject() {
            return List.of(document);
        }

        /** A new object each time, as each gateway makes its own. */
        Question<Said> question() {
            return new Question<>(Said.class, new Ask(DocumentNumber.of(document.reveal())));
        }
    }

    static Said about(Ask ask, Match match, Instant asOf) {
        return new Said(match, asOf, true, ask.document(), "said");
    }

    static Kept<Said> kept(Ask ask, String text, Instant fetchedAt) {
        var said = new Said(Match.MATCHED, fetchedAt, true, ask.document(), text);
        return new Kept<>(said, fetchedAt, new Provenance(Register.VMMS, Register.EHIS, fetchedAt, null));
    }

    @Override
    public boolean isAbout(Ask ask) {
        return document.equals(ask.document());
    }
}
