package dev.qapi.eservice;

import org.jspecify.annotations.Nullable;

/** The data of an answer of which there are versions: its {@code ETag} names the one that is told. */
public interface Tagged {

    /** The version, letters, digits and dashes; null as long as there is none. */
    @Nullable
    String tag();
}
