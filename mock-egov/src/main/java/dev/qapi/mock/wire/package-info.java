/** Connections that fail on purpose, whatever is spoken over them: a TCP proxy, its certificates and a name server. */
@org.jspecify.annotations.NullMarked
package dev.qapi.mock.wire;
