package dev.qapi.mock.faults;

import org.jspecify.annotations.Nullable;

/**
 * Whom a fault hits, or what a call is for.
 *
 * @param register null for any
 * @param system by which the register is reached, null for any
 * @param operation null for any
 */
public record Target(
        @Nullable String register,
        @Nullable String system,
        @Nullable String operation) {

    /** Everybody. */
    public static final Target ANY = new Target(null, null, null);

    private static final int PARTS = 3;

    /** Reads {@code register[/system[/operation]]}; {@code *} is any. The operation may have slashes of its own. */
    static Target parse(String text) {
        var parts = text.split("/", PARTS);
        return new Target(
                orNull(parts[0]),
                parts.length > 1 ? orNull(parts[1]) : null,
                parts.length > 2 ? orNull(parts[2]) : null);
    }

    static @Nullable String orNull(@Nullable String name) {
        return name == null || name.isBlank() || name.equals("*") ? null : name.strip();
    }

    /** Whether it says no more than a system. */
    public boolean isWholeSystem() {
        return register == null && operation == null;
    }

    /** @param call what is known of it; what is not known is hit by whatever does not ask for it */
    public boolean matches(Target call) {
        return matches(register, call.register) && matches(system, call.system) && matches(operation, call.operation);
    }

    private static boolean matches(@Nullable String wanted, @Nullable String known) {
        return wanted == null || wanted.equals(known);
    }
}
