/** Sends owners' events on, wherever to: each recipient by one gateway at a time, in their order, as often as it takes. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.dispatch;
