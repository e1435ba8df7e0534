package dev.qapi.gateway.login;

import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Register;
import dev.qapi.gateway.crypto.Pepper;
import dev.qapi.gateway.crypto.Slot;
import dev.qapi.gateway.json.StrictJson;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.serializer.RedisElementReader;
import org.springframework.data.redis.serializer.RedisElementWriter;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.session.ReactiveSessionRepository;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sessions in Redis, each sealed with a key that only its cookie and the gateway's secret together give, at a place that is a
 * keyed hash of the cookie: what is stolen from Redis opens nothing and names nobody. Redis forgets what is not used; what
 * is used is forgotten {@code qapi.session.longest} after the login. No answer is a failure, never another's session.
 */
@Component
class Sessions implements ReactiveSessionRepository<StoredSession> {

    private static final String ID = "[A-Za-z0-9_-]{43}";

    private final ReactiveRedisTemplate<String, byte[]> redis;
    private final Pepper pepper;
    private final SessionProperties limits;
    private final LoginMeters meters;
    private final Clock clock;
    private final JsonMapper json = StrictJson.forPeople().build();

    Sessions(
            ReactiveRedisConnectionFactory connections,
            Pepper pepper,
            SessionProperties limits,
            LoginMeters meters,
            Clock clock) {
        this.meters = meters;
        this.redis = new ReactiveRedisTemplate<>(connections, serialization());
        this.pepper = pepper;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Mono<StoredSession> createSession() {
        return Mono.fromSupplier(() -> new StoredSession(SeededRandom.id(), null, clock.instant(), limits.idle()));
    }

    @Override
    public Mono<StoredSession> findById(String id) {
        return Mono.defer(() -> {
            if (!id.matches(ID)) {
                return Mono.empty();
            }
            var slot = slot(id);
            return soon(redis.opsForValue().getAndExpire(slot.place(), limits.idle()))
                    .flatMap(value -> opened(id, slot, value));
        });
    }

    /** Whether one would be found, without its being used by that: it is forgotten as early as if nobody had asked. */
    Mono<Boolean> isThere(String id) {
        return Mono.defer(() -> {
            var slot = slot(id);
            return soon(redis.opsForValue().get(slot.place()))
                    .map(value -> slot.open(value)
                            .flatMap(opened -> Optional.ofNullable(
                                    json.readValue(opened, Contents.class).login()))
                            .filter(login ->
                                    clock.instant().isBefore(login.since().plus(limits.longest())))
                            .isPresent())
                    .defaultIfEmpty(false);
        });
    }

    /** Writes what differs only, and nothing that has been ended meanwhile: a slow request revives no session. */
    @Override
    public Mono<Void> save(StoredSession session) {
        return Mono.defer(
                () -> session.isChanged() ? written(session).doOnSuccess(_ -> session.isStored()) : Mono.empty());
    }

    private Mono<Void> written(StoredSession session) {
        var slot = slot(session.getId());
        var value = slot.seal(json.writeValueAsBytes(session.contents()));
        var old = session.storedAs();
        if (session.getId().equals(old)) {
            return soon(redis.opsForValue().setIfPresent(slot.place(), value, limits.idle()))
                    .then();
        }
        return soon(redis.opsForValue().set(slot.place(), value, limits.idle()))
                .then(old == null ? Mono.empty() : deleteById(old));
    }

    @Override
    public Mono<Void> deleteById(String id) {
        return Mono.defer(() -> soon(redis.delete(slot(id).place())).then());
    }

    /** Garbage, and what is of an older shape or past its time, is no session. */
    private Mono<StoredSession> opened(String id, Slot slot, byte[] value) {
        var opened = slot.open(value);
        if (opened.isPresent()) {
            try {
                var contents = json.readValue(opened.get(), Contents.class);
                var login = contents.login();
                var now = clock.instant();
                if (login == null || now.isBefore(login.since().plus(limits.longest()))) {
                    return Mono.just(StoredSession.of(id, contents, now, limits.idle()));
                }
            } catch (JacksonException olderShape) {
                // forgotten below
            }
        }
        return deleteById(id).then(Mono.empty());
    }

    private <T> Mono<T> soon(Mono<T> command) {
        return command.timeout(limits.patience())
                .doOnError(_ -> meters.sessionsAway())
                .onErrorMap(cause -> new Unavailable(Register.GATEWAY, Outage.DOWN, Unavailable.USUALLY, cause));
    }

    private Slot slot(String id) {
        return pepper.slot("session", id.getBytes(StandardCharsets.US_ASCII));
    }

    private static RedisSerializationContext<String, byte[]> serialization() {
        return RedisSerializationContext.<String, byte[]>newSerializationContext(RedisSerializer.string())
                .value((RedisElementReader<byte[]>) Sessions::bytes, (RedisElementWriter<byte[]>) ByteBuffer::wrap)
                .build();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
