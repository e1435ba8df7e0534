package dev.qapi.gateway.matrix;

/**
 * Something that happens to a store.
 *
 * @param breaks while questions are asked
 * @param heals afterwards
 */
record StoreFault(String name, Deed breaks, Deed heals) {

    /** What is done to it. */
    @FunctionalInterface
    interface Deed {
        void done() throws Exception;
    }

    static StoreFault once(String name, Deed breaks) {
        return new StoreFault(name, breaks, () -> {});
    }

    /** Whether it is Redis that suffers. */
    boolean isOfRedis() {
        return name.startsWith("R");
    }

    @Override
    public String toString() {
        return name;
    }
}
