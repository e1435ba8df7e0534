package dev.qapi.gateway.portal;

import java.util.List;

/** A part of an answer, ready to be shown by a template that does not know it: one of the three kinds JSON has. */
record Shown(String text, List<Part> parts, List<Shown> items) {

    static final Shown NOTHING = new Shown("", List.of(), List.of());

    /** A labelled part of an object. */
    record Part(String label, Shown value) {}

    static Shown text(String text) {
        return new Shown(text, List.of(), List.of());
    }

    static Shown parts(List<Part> parts) {
        return new Shown("", parts, List.of());
    }

    static Shown items(List<Shown> items) {
        return new Shown("", List.of(), items);
    }

    public boolean isEmpty() {
        return equals(NOTHING);
    }
}
