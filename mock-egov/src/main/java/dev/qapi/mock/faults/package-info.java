/** Everything that makes the simulated government fail on purpose: which faults there are, whom they hit, how they are played. */
@org.jspecify.annotations.NullMarked
package dev.qapi.mock.faults;
