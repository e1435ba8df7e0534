package dev.qapi.eservice;

/** Words for codes in the reader's language, taken from the e-service's contract. A parameter of a route. */
@FunctionalInterface
public interface Words {

    /**
     * @param code a constant of an enum that the contract has a schema of the same simple name for
     * @return its words, from {@code x-words} of that schema
     */
    String of(Enum<?> code);
}
