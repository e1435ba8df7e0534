/** What an operator sees of a gateway that is nobody's own concern: where traces go and what is in them, how the event loops do. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.observability;
