package dev.qapi.architecture.bad.gateway.here;

import dev.qapi.architecture.bad.gateway.there.There;
import dev.qapi.architecture.bad.services.one.Open;

/** Half of a circle, and at home with an e-service. */
public record Here(There there, Open service) {}
