/** Where a portal wants word of its events sent to. Contract: {@code contracts/webhooks.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.webhooks;
