/** Portals' tokens: which are believed, and that whoever has found one cannot use it. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.tokens;
