/** Reading JSON from people and registers so strictly that what is read is what was written. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.json;
