package dev.qapi.gateway.stores;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/** Where no application sets the logs up: servers that come and go on purpose are no news. */
public final class Quiet {

    private Quiet() {}

    public static void please() {
        LoggingSystem.get(Quiet.class.getClassLoader()).setLogLevel("ROOT", LogLevel.OFF);
    }
}
