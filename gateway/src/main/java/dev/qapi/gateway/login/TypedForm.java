package dev.qapi.gateway.login;

import java.util.Map;

/**
 * A form that waits for its author.
 *
 * @param page its address
 * @param values by the names of the inputs
 */
record TypedForm(String page, Map<String, String> values) {

    /** A record's own would print what was typed. */
    @Override
    public String toString() {
        return "TypedForm[•••]";
    }
}
