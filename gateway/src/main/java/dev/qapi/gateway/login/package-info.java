/** Persons log in with myGov: the login itself, the session that remembers it, and what keeps others from using it. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.login;
