/** E-services that only tests have: outside of what the gateway looks for, a test imports the one it wants. */
@org.jspecify.annotations.NullMarked
package dev.qapi.sample;
