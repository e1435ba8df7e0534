package dev.qapi.gateway.limits;

import dev.qapi.eservice.Inquiry;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.web.server.ServerWebExchange;

/**
 * A question about somebody which may turn out to be a guess.
 *
 * @param isLimited whether one of the targets has been guessed at too often
 * @param isOver whether it has left what is under way
 * @param begun nanoseconds of this process
 */
record Attempt(Inquiry inquiry, List<Key> targets, boolean isLimited, AtomicBoolean isOver, long begun) {

    void keepIn(ServerWebExchange exchange) {
        exchange.getAttributes().put(Attempt.class.getName(), this);
    }

    long nanos() {
        return System.nanoTime() - begun;
    }
}
