package dev.qapi.mock.mygov;

import dev.qapi.identifier.RegisterNumber;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages by the sender's reference, in the order of their arrival. */
final class MemoryInbox implements Inbox {

    private final Map<String, Message> messages = new LinkedHashMap<>();

    @Override
    public synchronized Message store(Message message) {
        var earlier = messages.putIfAbsent(message.clientReference(), message);
        return earlier == null ? message : earlier;
    }

    @Override
    public synchronized List<Message> find(RegisterNumber pin) {
        return messages.values().stream()
                .filter(message -> message.pin().equals(pin))
                .toList()
                .reversed();
    }
}
