package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A value that names a person or a case. It is masked in {@link #toString()}, so that it cannot slip into a log, a
 * metric or an exception text; whoever needs the value says so by calling {@link #reveal()}.
 */
public abstract class Identifier {

    private final String value;

    /** @param value the normalised value: two spellings of one number must arrive here equal */
    protected Identifier(String value) {
        this.value = value;
    }

    /** The value itself: for JSON, for a register and for key derivation, and for nothing else. */
    @JsonValue
    public final String reveal() {
        return value;
    }

    @Override
    public final boolean equals(Object other) {
        return other instanceof Identifier that && getClass() == that.getClass() && value.equals(that.value);
    }

    @Override
    public final int hashCode() {
        return value.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "[•••]";
    }
}
