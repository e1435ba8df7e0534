package dev.qapi.mock.registers;

import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.mygov.Inbox;
import dev.qapi.mock.mygov.Message;
import java.util.List;

/** Messages among the deeds: they outlive a restart as those do. */
record DeedsInbox(Journal journal) implements Inbox {

    @Override
    public Message store(Message message) {
        var deed = new Deed.Sent(message.clientReference(), message);
        return journal.once(Deed.Sent.class, deed.reference(), _ -> deed).message();
    }

    @Override
    public List<Message> find(RegisterNumber pin) {
        return journal.about(Deed.Sent.class, pin.reveal())
                .map(Deed.Sent::message)
                .toList()
                .reversed();
    }
}
