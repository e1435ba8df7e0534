package dev.qapi.gateway.audit;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets an operator look whether the audit is as it was written, on the management port. */
@Component
@Endpoint(id = "audit")
class AuditEndpoint {

    private final AuditVerifier verifier;

    AuditEndpoint(AuditVerifier verifier) {
        this.verifier = verifier;
    }

    @ReadOperation
    Mono<AuditVerifier.Report> verify() {
        return verifier.verify();
    }
}
