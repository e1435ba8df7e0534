package dev.qapi.eservice;

import reactor.core.publisher.Mono;

/** A body that is a file, whatever its {@code Content-Type} says. A parameter of a route. */
@FunctionalInterface
public interface Upload {
    /**
     * Keeps it, sealed, until something is filed with it or a day has passed; never more than a piece of it is in memory.
     *
     * @return what it is, once it is stored; an {@link Objection} if it is empty, too large or of no type that is taken
     */
    Mono<Attached> store();
}
