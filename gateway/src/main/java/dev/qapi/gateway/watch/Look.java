package dev.qapi.gateway.watch;

import dev.qapi.eservice.Course;
import reactor.core.publisher.Mono;

/** How to see what things of one kind have come to. */
@FunctionalInterface
public interface Look {

    /** What it has come to; an error if that cannot be known now. */
    Mono<Course> at(Watch watch);
}
