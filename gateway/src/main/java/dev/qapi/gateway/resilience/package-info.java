/** The way between an e-service and a register, layer by layer; {@link dev.qapi.gateway.resilience.ResilientSources} is its order. */
@org.jspecify.annotations.NullMarked
package dev.qapi.gateway.resilience;
