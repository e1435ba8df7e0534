/** What the registers hold on whoever is logged in, and who has looked at it. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.owndata;
