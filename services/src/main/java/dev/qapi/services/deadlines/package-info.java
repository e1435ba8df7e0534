/** Every duty that follows from what happened, with its last day. Contract: {@code contracts/deadlines.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.deadlines;
