package dev.qapi.gateway.audit;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.mongodb.reactivestreams.client.MongoClients;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Person;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.identifier.BirthDate;
import dev.qapi.identifier.Citizenship;
import dev.qapi.identifier.Document;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.DocumentType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AuditAccessesTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    /** Nobody listens on port 1. */
    @Test
    void anAuditThatCannotBeReadIsNoEmptyList() {
        try (var mongo = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=200")) {
            var database = mongo.getDatabase("qapi");
            var clock = Clock.systemUTC();
            var completeness = new Completeness(new AuditHeads(database), StoredAudit.stamp(), clock);
            var accesses = new AuditAccesses(database, completeness, Peppers.number(7));
            var somebody = new Person(
                    new Document(DocumentType.PASSPORT, DocumentNumber.of("X00000001")),
                    BirthDate.of("1990-01-01"),
                    Citizenship.of("TUR"));
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> accesses.of(somebody, null, 50).block(SOON));
            assertThatExceptionOfType(Unavailable.class)
                    .isThrownBy(() -> accesses.count(somebody, "restrictions", Instant.EPOCH)
                            .block(SOON));
        }
    }
}
