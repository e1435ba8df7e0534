package dev.qapi.gateway.registers;

import dev.qapi.eservice.Register;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * One way to a register.
 *
 * @param register who is asked
 * @param via the exchange layer that carries the call, the register itself if there is none
 */
public record Route(Register register, Register via) {

    /** Such as {@code VMMS/EHIS}: the name of the breaker and of the bulkhead, in metrics too. */
    public String name() {
        return register + "/" + via;
    }

    /** What tells a call that it is to go this way; a slice's own code knows nothing of ways. */
    public ContextView asContext() {
        return Context.of(Route.class, this);
    }

    static Route of(ContextView context) {
        return context.get(Route.class);
    }
}
