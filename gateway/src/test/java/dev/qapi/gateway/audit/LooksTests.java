package dev.qapi.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClients;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import dev.qapi.eservice.Event;
import dev.qapi.gateway.crypto.Peppers;
import dev.qapi.gateway.events.Logs;
import dev.qapi.gateway.events.Owners;
import dev.qapi.identifier.DocumentNumber;
import dev.qapi.identifier.Identifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/** Whoever a portal has asked about hears so, and nobody hears of what was about nobody. */
class LooksTests {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final List<Identifier> SOMEBODY = List.of(DocumentNumber.of("C01234567"));

    private static Document entry(List<Identifier> whom) {
        return new Document("_id", UUID.randomUUID().toString())
                .append("at", Date.from(Instant.EPOCH))
                .append("subject", Peppers.any().name(AuditFilter.SUBJECT, whom))
                .append("route", "/api/v1/applications/track");
    }

    @Test
    void everyQuestionOfAPortalAboutSomebodyIsToldOnceToThem() {
        var mongo = new MongoServer(new MemoryBackend());
        try (var client = MongoClients.create(mongo.bindAndGetConnectionString())) {
            var log = Logs.on(client.getDatabase("test"), Clock.systemUTC());
            var owners = new Owners(Peppers.any());
            var looks = new Looks(log, owners);
            var entries = List.of(
                    entry(SOMEBODY).append("client", "portal a"),
                    entry(SOMEBODY).append("client", "portal b"),
                    entry(SOMEBODY),
                    entry(List.of()).append("client", "portal a"),
                    new Document("_id", "nobody wrote this").append("client", "portal a"));
            looks.note(entries).block(SOON);
            looks.note(entries).block(SOON);
            var heard = log.after(String.valueOf(owners.of(SOMEBODY)), 0, 9)
                    .map(Event::eservice)
                    .collectList()
                    .block(SOON);
            assertThat(heard).containsExactly("applications", "applications");
            assertThat(owners.of(List.of())).isNull();
        } finally {
            mongo.shutdownNow();
        }
    }
}
