package dev.qapi.eservice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the answers of a GET route as being about nobody: browsers and proxies may keep them, and revalidate them by their
 * ETag. Every other answer is never to be stored on its way.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PublicAnswer {

    /** How long anybody may keep it without asking again, in seconds. */
    int maxAge() default 60;
}
