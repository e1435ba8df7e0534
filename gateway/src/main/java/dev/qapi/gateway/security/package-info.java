/** What is let in, and what every answer forbids a browser to do with it. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.security;
