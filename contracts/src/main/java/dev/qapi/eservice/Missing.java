package dev.qapi.eservice;

/**
 * A part of an answer that could not be had.
 *
 * @param path JSON pointer to where it would stand
 * @param code the problem's code, see {@link Failure#code()}
 * @param retryAfter seconds until asking again makes sense
 */
public record Missing(String path, String code, long retryAfter) {}
