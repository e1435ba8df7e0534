package dev.qapi.gateway.prefill;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.PostExchange;
import reactor.core.publisher.Mono;

/** Any register that can be asked about a person. */
interface Holder {
    @PostExchange("/{search}/search")
    Mono<ResponseEntity<Held>> find(@PathVariable String search, @RequestBody Asked asked);
}
