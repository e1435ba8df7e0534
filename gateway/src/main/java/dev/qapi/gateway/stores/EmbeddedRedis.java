package dev.qapi.gateway.stores;

import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.SpringApplication;

/** A real Redis for the sandbox: a child process that keeps nothing and does not outlive this JVM. */
final class EmbeddedRedis implements AutoCloseable {

    private static final Map<Path, EmbeddedRedis> OPEN = new ConcurrentHashMap<>();

    private final String password = UUID.randomUUID().toString();
    private final RedisProcess process = RedisProcess.start(password);

    private EmbeddedRedis() {
        SpringApplication.getShutdownHandlers().add(this::close);
    }

    /** One per folder: application contexts come and go in tests; one that a test has killed is replaced. */
    static EmbeddedRedis in(Path data) {
        return OPEN.compute(data, (key, open) -> open != null && open.process.isAlive() ? open : new EmbeddedRedis());
    }

    /** The process id is for tests, which stop, continue and kill it. */
    Map<String, Object> properties() {
        return Map.of(
                "spring.data.redis.host",
                "127.0.0.1",
                "spring.data.redis.port",
                process.port(),
                "spring.data.redis.password",
                password,
                "qapi.embedded.redis.pid",
                pid());
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        OPEN.values().remove(this);
        process.close();
    }
}
