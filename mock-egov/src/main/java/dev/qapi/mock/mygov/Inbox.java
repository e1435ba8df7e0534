package dev.qapi.mock.mygov;

import dev.qapi.identifier.RegisterNumber;
import java.util.List;

/** Where messages are kept. Called by many threads at once. */
public interface Inbox {

    /**
     * Keeps a message, unless one with its {@link Message#clientReference()} is kept already.
     *
     * @return the one that is kept: this one, or the earlier one
     */
    Message store(Message message);

    /** Everything in somebody's inbox, newest first; empty if nothing ever arrived. */
    List<Message> find(RegisterNumber pin);

    /** One that forgets everything at the end of the process. */
    static Inbox inMemory() {
        return new MemoryInbox();
    }
}
