/** What goes on beside the questions as long as a gateway runs. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.background;
