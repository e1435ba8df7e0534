package dev.qapi.mock.mygov;

import dev.qapi.identifier.RegisterNumber;

/**
 * A company that somebody may act for.
 *
 * @param taxNumber its VÖEN
 * @param name as the tax register has it
 */
public record Company(RegisterNumber taxNumber, String name) {}
