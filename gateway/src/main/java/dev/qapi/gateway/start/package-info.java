/** The start of the gateway: what it needs before it may start, and what it says to the person who started it. */
@NullMarked
package dev.qapi.gateway.start;

import org.jspecify.annotations.NullMarked;
