package dev.qapi.gateway.portal;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it was sent.
 *
 * @param values by the names of the inputs; of files the ids, with spaces between them
 * @param refused what the API said of a file that it did not take
 */
record Sent(Map<String, String> values, @Nullable Reply refused) {

    /** Name of the input that says so. */
    private static final String OWN = "_own";

    /** Whether it is a form of whoever was logged in when they opened it. */
    boolean isOwn() {
        return values.containsKey(OWN);
    }
}
