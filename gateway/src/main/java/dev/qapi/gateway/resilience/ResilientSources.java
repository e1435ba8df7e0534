package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Evidence;
import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Inquiry;
import dev.qapi.eservice.Policy;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Source;
import dev.qapi.eservice.Sources;
import dev.qapi.gateway.limits.LimitedTarget;
import dev.qapi.gateway.registers.Routes;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The one place that decides what stands between an e-service and a register, in this order. */
@Component
class ResilientSources implements Sources {

    /** What the looks into the stores may add to the time that the registers may take. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final Routes routes;
    private final Guards guards;
    private final Judge judge;
    private final Memory memory;
    private final ResilienceProperties properties;
    private final Failover failover;
    private final Counted counted;
    private final Incidents incidents;
    private final Clock clock;

    ResilientSources(
            Routes routes,
            Guards guards,
            Judge judge,
            Failover failover,
            Incidents incidents,
            Memory memory,
            ResilienceProperties properties,
            Counted counted,
            Clock clock) {
        this.clock = clock;
        this.routes = routes;
        this.guards = guards;
        this.judge = judge;
        this.failover = failover;
        this.counted = counted;
        this.incidents = incidents;
        this.memory = memory;
        this.properties = properties;
    }

    @Override
    public <I extends Inquiry, R extends Evidence<I>> Source<I, R> of(
            Register register, Class<R> reply, Policy policy, Function<I, Mono<ResponseEntity<R>>> call) {
        var ways = routes.to(register).stream().map(guards::of).toList();
        ways.forEach(way -> counted.expect(way.route()));
        Source<I, R> asked = inquiry -> failover.along(
                        ways,
                        way -> Mono.defer(() -> call.apply(inquiry))
                                .contextWrite(way.route().asContext())
                                .timeout(properties.response()) // inside the breaker, else it sees no black hole
                                .transformDeferred(CircuitBreakerOperator.of(way.breaker()))
                                .transformDeferred(BulkheadOperator.of(way.bulkhead()))
                                .map(answer -> judge.judge(way.route(), policy, inquiry, answer))
                                .doOnNext(_ -> incidents.allClear(register))
                                .switchIfEmpty(Mono.error(() -> new Failure.Untrusted(register, "empty", null)))
                                .transform(answer -> counted.call(way.route(), answer)))
                .timeout(properties.deadline(), Mono.error(() -> failover.tooLate(ways.getLast())))
                .transform(answer -> counted.question(register, answer));
        return asked.through(memory.kept(register, reply, policy))
                .through(new Flights<I, R>(register, properties.deadline().plus(SLACK))::shared)
                .through(memory.remembered(register, reply, policy))
                .through(source -> inquiry -> counted.told(register, source.get(inquiry)))
                .through(unlessLimited(register));
    }

    /** What is kept is told no more than what is asked; before all else, so that nobody joins or learns anything. */
    private <I extends Inquiry, R extends Evidence<I>> UnaryOperator<Source<I, R>> unlessLimited(Register register) {
        return source -> inquiry -> LimitedTarget.unlessMeant(register, clock, Mono.defer(() -> source.get(inquiry)));
    }
}
