package dev.qapi.gateway.login;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;

/** A session as the library wants it. It knows under which id it is stored and whether it differs from what is. */
final class StoredSession implements Session {

    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final Instant creation;
    private final Duration idle;
    private @Nullable String storedAs;
    private String id;
    private Instant lastAccess;
    private boolean changed;

    /** @param storedAs the id that Redis knows it by, null if it is new */
    StoredSession(String id, @Nullable String storedAs, Instant creation, Duration idle) {
        this.id = id;
        this.storedAs = storedAs;
        this.creation = creation;
        this.lastAccess = creation;
        this.idle = idle;
    }

    static StoredSession of(String id, Contents contents, Instant now, Duration idle) {
        var session = new StoredSession(id, id, now, idle);
        contents.attributes().forEach(session.attributes::put);
        return session;
    }

    Contents contents() {
        return Contents.of(attributes);
    }

    @Nullable
    String storedAs() {
        return storedAs;
    }

    boolean isChanged() {
        return changed;
    }

    /** What is in Redis is what this is: the end of the answer, where it is saved once more, has nothing left to write. */
    void isStored() {
        storedAs = id;
        changed = false;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public String changeSessionId() {
        id = SeededRandom.id();
        changed = true;
        return id;
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getAttribute(String name) {
        return (T) attributes.get(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return Set.copyOf(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, Object value) {
        attributes.put(name, value);
        changed = true;
    }

    @Override
    public void removeAttribute(String name) {
        changed |= attributes.remove(name) != null;
    }

    @Override
    public Instant getCreationTime() {
        return creation;
    }

    @Override
    public void setLastAccessedTime(Instant moment) {
        lastAccess = moment;
    }

    @Override
    public Instant getLastAccessedTime() {
        return lastAccess;
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        throw new UnsupportedOperationException("qapi.session.idle is for all");
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return idle;
    }

    /** What is found in Redis is not. */
    @Override
    public boolean isExpired() {
        return false;
    }
}
