package dev.qapi.gateway.login;

import dev.qapi.identifier.TaxNumber;

/**
 * A company that somebody may act for, by the word of myGov.
 *
 * @param taxNumber its VÖEN
 * @param name as the tax register has it
 */
public record Company(TaxNumber taxNumber, String name) {}
