package dev.qapi.gateway.resilience;

import dev.qapi.gateway.registers.Route;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** One breaker, one bulkhead and one retry budget for each way to a register, whichever e-services go it. */
@Component
class Guards {

    record Guard(Route route, CircuitBreaker breaker, Bulkhead bulkhead, BudgetedRetry retry) {}

    private final Map<Route, Guard> guards = new ConcurrentHashMap<>();
    private final CircuitBreakerRegistry breakers;
    private final BulkheadRegistry bulkheads;

    Guards(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        this.breakers = breakers;
        this.bulkheads = bulkheads;
    }

    Guard of(Route route) {
        return guards.computeIfAbsent(route, this::guard);
    }

    private Guard guard(Route route) {
        return new Guard(
                route, breakers.circuitBreaker(route.name()), bulkheads.bulkhead(route.name()), new BudgetedRetry());
    }
}
