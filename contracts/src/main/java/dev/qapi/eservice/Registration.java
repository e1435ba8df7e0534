package dev.qapi.eservice;

/**
 * A register's word that it has what was filed. It is about a {@link Delivery} only if it names its reference.
 *
 * @param <I> what was filed
 */
public interface Registration<I extends Inquiry> extends Evidence<Delivery<I>> {}
