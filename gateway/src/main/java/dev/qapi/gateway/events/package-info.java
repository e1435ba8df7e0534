/** What has happened to persons, companies and portals: one log each, kept for 30 days, that they can list and follow. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.events;
