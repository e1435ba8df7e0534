package dev.qapi.gateway.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.lettuce.core.RedisClient;
import io.lettuce.core.codec.ByteArrayCodec;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.bson.Document;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;

/** Everywhere a gateway leaves something. */
public record Places(OwnGateway gateway, Path data, int redisPort) {

    public byte[] log() throws IOException {
        return Files.readAllBytes(data.resolve("gateway.log"));
    }

    public byte[] mongoFile() throws IOException {
        return Files.readAllBytes(data.resolve("own.mv"));
    }

    public byte[] metrics() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + gateway.managementPort())
                .build()
                .get()
                .uri("/actuator/prometheus")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
    }

    /** Every document of every collection. */
    public byte[] documents() {
        var database = gateway.bean(MongoDatabase.class);
        return Flux.from(database.listCollectionNames())
                .flatMap(name -> database.getCollection(name).find())
                .map(Document::toJson)
                .reduce("", String::concat)
                .blockOptional(Duration.ofSeconds(20))
                .orElseThrow()
                .getBytes(UTF_8);
    }

    /** Every key with its value, as it is and as Redis would write it to its disk. */
    public byte[] redis() throws IOException {
        var all = new ByteArrayOutputStream();
        var client = RedisClient.create("redis://127.0.0.1:" + redisPort);
        try {
            var commands = client.connect(ByteArrayCodec.INSTANCE).sync();
            for (var key : commands.keys("*")) {
                for (var bytes : new byte[][] {key, commands.dump(key), commands.get(key)}) {
                    if (bytes != null) { // its time may have run out since
                        all.write(bytes);
                    }
                }
            }
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
        return all.toByteArray();
    }

    public byte[] spool() throws IOException {
        var all = new ByteArrayOutputStream();
        try (var files = Files.list(data.resolve("audit"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.exists(file)) {
                    all.write(Files.readAllBytes(file));
                }
            }
        }
        return all.toByteArray();
    }

    /** Whether Mongo has all that was written down: only how far it goes is left. */
    public boolean isDelivered() throws IOException {
        try (var files = Files.list(data.resolve("audit"))) {
            return files.filter(Files::isRegularFile)
                    .allMatch(file -> Set.of("delivered", "lock")
                            .contains(file.getFileName().toString()));
        }
    }

    /** In the spool and in Redis. */
    public void plant(String value) throws IOException {
        Files.writeString(planted(), value);
        var client = RedisClient.create("redis://127.0.0.1:" + redisPort);
        try {
            client.connect().sync().set("planted", value);
        } finally {
            client.shutdown(Duration.ZERO, Duration.ofSeconds(2));
        }
    }

    public Path planted() {
        return data.resolve("audit").resolve("planted");
    }
}
