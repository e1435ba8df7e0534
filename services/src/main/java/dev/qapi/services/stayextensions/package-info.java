/** Extending a temporary stay: filed, paid for, decided, and the decision as a paper. Contract: {@code contracts/stay-extensions.yaml}. */
@org.jspecify.annotations.NullMarked
package dev.qapi.services.stayextensions;
