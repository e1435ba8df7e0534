package dev.qapi.eservice;

/**
 * A document that a person can save and print. As the data of an answer it is sent as it is, without the envelope.
 *
 * @param name of the file, of ASCII letters, digits and dashes, without personal data
 * @param pdf its bytes, PDF/A
 */
public record Paper(String name, byte[] pdf) {}
