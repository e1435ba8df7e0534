package dev.qapi.eservice;

/**
 * One wish to file something: the same, however often it is sent. As a parameter of a route it comes from the request's
 * {@code Idempotency-Key}, without which the route is not called; as the first parameter it is asked for before the body is read.
 *
 * @param caller who files, for whom the key is unique: what tells callers apart, never who they are
 * @param key what they call it, 16 to 64 visible characters
 * @param replayed called if the same was filed before, so that the answer can say so
 * @param edits whether it makes a version, see {@link Edit#version}
 */
public record Attempt(String caller, String key, Runnable replayed, boolean edits) {

    /** One that makes no version. */
    public Attempt(String caller, String key, Runnable replayed) {
        this(caller, key, replayed, false);
    }

    /** What came over another channel, known there by the message's id: fetched twice it is filed once. */
    public static Attempt message(String channel, String id) {
        return new Attempt(channel, id, () -> {});
    }
}
