package dev.qapi.gateway.portal;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field.
 *
 * @param field null if the form has no such field
 * @param code the broken rule
 * @param detail the API's words, said to somebody who writes JSON
 */
record Mistake(@Nullable Field field, String code, String detail) {

    /** Key of the words for somebody who fills in a page, where the API's do not fit that kind of field. */
    public String key() {
        return "mistake." + code + (field == null ? "" : "." + field.kind());
    }
}
