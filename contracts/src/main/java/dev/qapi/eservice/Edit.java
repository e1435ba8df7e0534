package dev.qapi.eservice;

import org.jspecify.annotations.Nullable;

/**
 * A wish to put another version in the place of the one that somebody has seen: as a parameter of a route it comes from the
 * request's {@code If-Match}, or from {@code If-None-Match: *} if they have seen that there is none; without either the route
 * is not called.
 *
 * @param seen the {@link Tagged#tag() tag} of what they have seen, null for nothing
 * @param replayed called if just that version was put there before, so that the answer can say so
 */
public record Edit(@Nullable String seen, Runnable replayed) {

    /**
     * The wish to file the version of that number. However many wish it at once, one of them is accepted; the others get its
     * receipt if they file the same, else {@link Stale}.
     *
     * @param series what there are versions of, unique in the e-service
     */
    public Attempt version(String series, int number) {
        return new Attempt("versions of " + series, "version " + number, replayed, true);
    }
}
