package dev.qapi.eservice;

import java.util.List;
import reactor.core.publisher.Mono;

/** Asks registers for the fields that a contract marks {@code x-prefill}, so that no form asks the person. */
@FunctionalInterface
public interface Prefills {
    /**
     * What they say just now of whoever is logged in; nothing is kept. A field of a register that says nothing is there without a
     * value, and in {@code missing} unless the register has said that it holds nothing.
     *
     * @param form the path of a POST below {@code /api/v1/}, such as {@code letters/own}; an {@link Objection} to {@code /form}
     *     if there is none of which registers fill in anything
     */
    Mono<Answer<List<Supplied>>> of(String form, Person person);
}
