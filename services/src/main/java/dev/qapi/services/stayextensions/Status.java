package dev.qapi.services.stayextensions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A status in the register's own code; one that we cannot translate makes the whole reply untrustworthy. */
record Status(StatusCode code) {

    @JsonCreator
    static Status of(String raw) {
        return new Status(StatusCode.ofRaw(raw));
    }

    @JsonValue
    String raw() {
        return code.raw();
    }
}
