/** The simulated government: answers what the contracts' examples say, and knows nothing of the gateway. */
@org.jspecify.annotations.NullMarked
package dev.qapi.mock;
