package dev.qapi.gateway.portal;

/** One thing to choose. */
record Choice(String value, String label) {}
