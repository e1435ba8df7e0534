package dev.qapi.gateway.portal;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field.
 *
 * @param field null if the form has no such field
 */
record Mistake(@Nullable Field field, String detail) {}
