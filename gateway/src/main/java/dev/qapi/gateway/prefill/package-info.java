/** Fills in what a connected register knows, by the contract's word alone, so that no e-service asks a person for it. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.prefill;
