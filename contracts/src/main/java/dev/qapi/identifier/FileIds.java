package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.qapi.identifier.Malformed.Rule;
import java.util.HashSet;
import java.util.List;

/** The files that go with one filing. */
public final class FileIds {
    private static final int MOST = 5;
    private final List<FileId> ids;

    private FileIds(List<FileId> ids) {
        this.ids = ids;
    }

    /** @throws Malformed if there are more than five, or one of them twice */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static FileIds of(List<FileId> ids) {
        if (ids.size() > MOST || new HashSet<>(ids).size() < ids.size()) {
            throw new Malformed(Rule.FILES);
        }
        return new FileIds(List.copyOf(ids));
    }

    /** In the order in which they were named. */
    @JsonValue
    public List<FileId> all() {
        return ids;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FileIds that && ids.equals(that.ids);
    }

    @Override
    public int hashCode() {
        return ids.hashCode();
    }

    @Override
    public String toString() {
        return "FileIds[•••]";
    }
}
