/** How a method of an e-service meets HTTP: its path, the inquiry it takes, the words it speaks, the answer it gives. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.api;
