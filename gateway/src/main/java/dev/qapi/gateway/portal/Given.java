package dev.qapi.gateway.portal;

/**
 * What a form does not ask, since a register has said it.
 *
 * @param label what would have been asked
 * @param source who says it
 * @param asOf when it was so, by the register's clock
 */
record Given(String label, String value, String source, String asOf) {}
