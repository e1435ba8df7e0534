package dev.qapi.gateway.mail;

import jakarta.mail.Address;
import java.util.Map;

/**
 * An e-mail to be sent. Never printed: whom it is for is a person.
 *
 * @param headers what stands in its head besides
 */
public record Outgoing(Address to, String subject, String text, Map<String, String> headers) {

    @Override
    public String toString() {
        return "Outgoing[•••]";
    }
}
