/** What the HTTP server puts up with: how slow, how large, how long. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.server;
