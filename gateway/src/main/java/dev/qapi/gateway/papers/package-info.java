/** Decisions as papers: PDF/A, with a code that anybody can verify. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.papers;
