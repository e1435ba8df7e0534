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

    /** Name of the button that a browser presses when Enter is pressed in a field. */
    private static final String ENTER = "_enter";

    /** Whether no button was pressed but Enter. */
    boolean isByEnter() {
        return values.containsKey(ENTER);
    }

    /** Whether it is a form of whoever was logged in when they opened it. */
    boolean isOwn() {
        return values.containsKey(OWN);
    }
}
