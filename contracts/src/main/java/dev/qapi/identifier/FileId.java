package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;

/** By which whoever has sent a file knows it: 22 characters that nobody can guess, and the key to it. */
public final class FileId extends Identifier {
    private static final String SHAPE = "[A-Za-z0-9_-]{22}";

    private FileId(String value) {
        super(value);
    }

    /** @throws Malformed if it cannot be one of ours */
    @JsonCreator
    public static FileId of(String typed) {
        if (!typed.matches(SHAPE)) {
            throw new Malformed(Rule.FILES);
        }
        return new FileId(typed);
    }
}
