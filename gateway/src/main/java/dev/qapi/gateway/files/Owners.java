package dev.qapi.gateway.files;

import reactor.core.publisher.Mono;

/** Those who take files: what they have stored keeps its own. */
@FunctionalInterface
public interface Owners {
    /** Whether that filing is stored; an error if it cannot be known now. */
    Mono<Boolean> isStored(String filing);
}
