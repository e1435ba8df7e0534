package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Register;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** One breaker, one bulkhead and one retry budget for each register, whichever e-services ask it. */
@Component
class Guards {

    record Guard(CircuitBreaker breaker, Bulkhead bulkhead, BudgetedRetry retry) {}

    private final Map<Register, Guard> guards = new EnumMap<>(Register.class);

    Guards(CircuitBreakerRegistry breakers, BulkheadRegistry bulkheads) {
        for (var register : Register.values()) {
            guards.put(
                    register,
                    new Guard(
                            breakers.circuitBreaker(register.name()),
                            bulkheads.bulkhead(register.name()),
                            new BudgetedRetry()));
        }
    }

    Guard of(Register register) {
        return Objects.requireNonNull(guards.get(register));
    }
}
