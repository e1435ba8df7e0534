package dev.qapi.gateway.stores;

import de.bwaldvogel.mongo.MongoServer;
import dev.qapi.gateway.start.CannotStart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStoreException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** A MongoDB for the sandbox, in this JVM and on the loopback interface only; its documents stay in a folder. */
final class EmbeddedMongo implements AutoCloseable {

    private static final Map<Path, EmbeddedMongo> OPEN = new ConcurrentHashMap<>();

    private final Path data;
    private final MongoServer server;

    private EmbeddedMongo(Path data) {
        this.data = data;
        server = new MongoServer(open(data));
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        SpringApplication.getShutdownHandlers().add(this::close);
    }

    /** One per folder: application contexts come and go in tests, the store stays until the JVM ends. */
    static EmbeddedMongo in(Path data) {
        return OPEN.computeIfAbsent(data, EmbeddedMongo::new);
    }

    Map<String, Object> properties() {
        return Map.of("spring.mongodb.uri", uri());
    }

    String uri() {
        return server.getConnectionString() + "/qapi";
    }

    @Override
    public void close() {
        if (OPEN.remove(data, this)) {
            // after a start that failed early nobody else has told it to be quiet
            LoggingSystem.get(getClass().getClassLoader()).setLogLevel("de.bwaldvogel", LogLevel.WARN);
            server.shutdownNow();
        }
    }

    private static CommittingBackend open(Path data) {
        try {
            var folder = Files.createDirectories(data.resolve("mongo"));
            return new CommittingBackend(folder.resolve("qapi.mv").toString());
        } catch (MVStoreException e) {
            throw new CannotStart(
                    (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                                            ? "Another gateway is using the data folder %s. Stop it, or choose another folder"
                                            : "The data folder %s holds no readable database. Remove it, or choose another folder")
                                    .formatted(data)
                            + ": QAPI_DATA=.qapi-2 mvn spring-boot:run",
                    e);
        } catch (IOException e) {
            throw new CannotStart(
                    "The data folder %s cannot be written to: choose another with QAPI_DATA.".formatted(data), e);
        }
    }
}
