package dev.qapi.eservice;

import dev.qapi.identifier.Malformed.Rule;

/** What is wrong with a well-formed field by what a register says of it; told as {@link Inquiry#amiss()} is. */
public final class Objection extends RuntimeException {
    private final String pointer;
    private final Rule rule;

    /**
     * @param pointer JSON pointer to the field
     * @param rule what it breaks
     */
    public Objection(String pointer, Rule rule) {
        super(rule.name(), null, false, false);
        this.pointer = pointer;
        this.rule = rule;
    }

    /** JSON pointer to the field. */
    public String pointer() {
        return pointer;
    }

    /** What it breaks. */
    public Rule rule() {
        return rule;
    }
}
