package dev.qapi.mock.registers;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** One call that a register answers, its request already known to be of the contract's shape. */
@FunctionalInterface
interface Operation {

    RegisterReply answer(ObjectNode request);

    /** A register: its operations by path. */
    interface Register {

        /** As {@code x-register} of its contract names it. */
        String name();

        Map<String, Operation> operations();
    }
}
