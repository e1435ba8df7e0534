package dev.qapi.eservice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How long the body of an {@link Inquiry} may be; without it, 16 KiB are enough for whatever a person types. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Largest {

    /** In KiB. */
    int kibibytes();
}
