/** The pages: one more client of the API, told in the reader's language. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.portal;
