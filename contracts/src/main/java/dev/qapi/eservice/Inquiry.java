package dev.qapi.eservice;

import dev.qapi.identifier.Identifier;
import dev.qapi.identifier.Malformed;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What somebody asks about somebody: a record read from the body of a request. A component that may be left out is
 * {@code @Nullable}; every other one is required. As a parameter of a route it arrives decoded strictly, with every
 * malformed field named at once, and the audit knows whom it is about. Being a record it is also what tells one question
 * from another: two equal inquiries share one answer.
 */
public interface Inquiry {

    /**
     * What is wrong with its fields together although each of them is well-formed: the rule that is broken by the JSON
     * pointer to where, which is empty for the inquiry as a whole. Nothing, as a rule.
     */
    default SequencedMap<String, Malformed.Rule> amiss() {
        return new LinkedHashMap<>();
    }

    /**
     * The same where it matters which day it is: what cannot have happened yet.
     *
     * @param today in Baku
     */
    default SequencedMap<String, Malformed.Rule> amiss(LocalDate today) {
        return amiss();
    }

    /** Whom it is about: the same for every question about the same person. */
    List<Identifier> subject();
}
