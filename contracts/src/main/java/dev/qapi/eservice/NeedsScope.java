package dev.qapi.eservice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of an answer that a portal is told only with a scope of its own, beyond the one of the e-service; the contract says so too ({@code x-scope}). Persons are told
 * everything about themselves.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface NeedsScope {

    /** The scope: the e-service's id, a dot, and what it opens. */
    String value();
}
