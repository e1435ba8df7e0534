/** A gateway with pages, languages and problems, but with an e-service that answers as a test wants it to. */
@org.jspecify.annotations.NullMarked
package dev.qapi.fake;
