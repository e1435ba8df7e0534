/** The simulated government: one country, its registers, and the doors to them; knows nothing of the gateway. */
@org.jspecify.annotations.NullMarked
package dev.qapi.mock;
