package dev.qapi.eservice;

/**
 * A part of an answer that could not be had.
 *
 * @param path JSON pointer to where it would stand
 * @param code the problem's code, see {@link Failure#code()}
 * @param retryAfter seconds until asking again makes sense; 0 if it will not be there then either
 */
public record Missing(String path, String code, long retryAfter) {

    /** What is not at {@code path} because of a failure. */
    public static Missing because(Failure failure, String path) {
        return new Missing(path, failure.code(), failure.retryAfter().toSeconds());
    }
}
