package dev.qapi.identifier;

/**
 * The document a person names.
 *
 * @param type which kind it is
 * @param number its number
 */
public record Document(DocumentType type, DocumentNumber number) {}
