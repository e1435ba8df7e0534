/** Errors become words here and nowhere else: RFC 9457 problems from one catalogue in three languages. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.problem;
