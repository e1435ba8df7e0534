package dev.qapi.eservice;

import dev.qapi.identifier.Identifier;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks about somebody: a record read from the body of a request. A component that may be left out is
 * {@code @Nullable}; every other one is required. As a parameter of a route it arrives decoded strictly, with every
 * malformed field named at once, and the audit knows whom it is about.
 */
public interface Inquiry {

    /** All that tells this question from another, in a fixed order: what a cache key is made of. */
    List<@Nullable Identifier> parts();

    /** Whom it is about: the same for every question about the same person. */
    List<Identifier> subject();
}
