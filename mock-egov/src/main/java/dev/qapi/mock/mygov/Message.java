package dev.qapi.mock.mygov;

import dev.qapi.identifier.RegisterNumber;
import java.time.Instant;

/**
 * A message in somebody's inbox.
 *
 * @param id the inbox's own number of it
 * @param at when it arrived
 * @param pin whose inbox it lies in
 * @param clientReference the sender's own number of it: sent twice, it arrives once
 * @param title one line
 * @param text the rest
 * @param read whether the person has opened it
 */
public record Message(
        String id, Instant at, RegisterNumber pin, String clientReference, String title, String text, boolean read) {

    boolean saysTheSameAs(Message other) {
        return pin.equals(other.pin) && title.equals(other.title) && text.equals(other.text);
    }

    @Override
    public String toString() {
        return "Message[" + id + ']';
    }
}
