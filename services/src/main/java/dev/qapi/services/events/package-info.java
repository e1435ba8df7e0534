/** What has happened to whoever calls. Contract: {@code contracts/events.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.events;
