package dev.qapi.services.letters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.qapi.eservice.Attempt;
import dev.qapi.eservice.Filed;
import dev.qapi.eservice.Filing;
import dev.qapi.identifier.FilingNumber;
import dev.qapi.identifier.Identifier;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class ShelfTest {

    /** A store that is too busy to say anything. */
    private static final class Silent implements Filing<Letter, DocumentFlow.Registered> {

        @Override
        public Mono<Filed<Letter, DocumentFlow.Registered>> file(
                Attempt attempt, Letter payload, List<Identifier> owner, Mono<Void> objection) {
            return Mono.never();
        }

        @Override
        public Mono<Filed<Letter, DocumentFlow.Registered>> find(FilingNumber number, List<Identifier> subject) {
            return Mono.never();
        }

        @Override
        public Mono<List<Filed<Letter, DocumentFlow.Registered>>> by(List<Identifier> owner) {
            return Mono.never();
        }

        @Override
        public Mono<List<Filed<Letter, DocumentFlow.Registered>>> about(List<Identifier> subject) {
            return Mono.never();
        }
    }

    @Test
    void earlierLettersThatCannotBeReadInTimeHoldUpNothing() {
        var shelf = new Shelf(new Silent(), _ -> Mono.never());

        assertThat(shelf.about(List.of()).block(Duration.ofSeconds(5))).isEmpty();
    }
}
