/** Sends portals word of their events (Standard Webhooks): challenged before, signed, as often as it takes, and nowhere inside. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.webhooks;
