package dev.qapi.eservice;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an {@code @HttpExchange} interface as a register speaks it. The gateway supplies address, transport, headers,
 * time limits and strict decoding; paths are relative to the register's own address.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface RegisterClient {

    /** Whom it talks to. */
    Register value();
}
