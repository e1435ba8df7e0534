package dev.qapi.gateway.filing;

import dev.qapi.identifier.FilingNumber;
import java.util.Map;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets an operator see how much waits, and have one that was set aside tried again, on the management port. */
@Component
@Endpoint(id = "filings")
class FilingsEndpoint {

    private final Backlog backlog;
    private final Leases leases;

    FilingsEndpoint(Backlog backlog, Leases leases) {
        this.backlog = backlog;
        this.leases = leases;
    }

    @ReadOperation
    Mono<Backlog.Report> report() {
        return backlog.report();
    }

    /** @param number in the body, as the person told it */
    @WriteOperation
    Mono<Map<String, Boolean>> retry(String number) {
        return leases.resume(FilingNumber.of(number)).map(done -> Map.of("resumed", done));
    }
}
