package dev.qapi.mock.faults;

/** Looks at the wire while a fault is played. */
@FunctionalInterface
interface Proof {

    /** @param call that the fault hits */
    void look(Call call, Government government) throws Exception;
}
