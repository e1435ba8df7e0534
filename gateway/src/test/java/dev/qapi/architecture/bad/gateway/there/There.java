package dev.qapi.architecture.bad.gateway.there;

import dev.qapi.architecture.bad.gateway.here.Here;

/** The other half of the circle. */
public record There(Here here) {}
