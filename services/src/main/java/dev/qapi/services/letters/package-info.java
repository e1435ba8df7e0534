/** Letters to the migration service: filed, numbered, answered in time. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.letters;
