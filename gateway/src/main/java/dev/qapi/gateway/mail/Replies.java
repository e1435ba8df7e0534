package dev.qapi.gateway.mail;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.qapi.eservice.Receipt;
import jakarta.mail.Address;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;

/**
 * Answers whoever wrote, in three languages and without anything about a person: a sender's address proves nobody. An answer that
 * cannot be sent is not sent later; the letter is stored all the same.
 */
@Component
class Replies {

    private static final Logger log = LoggerFactory.getLogger(Replies.class);
    private static final Duration ONCE_IN = Duration.ofDays(1);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").withZone(ZoneId.of("Asia/Baku"));

    private final Postman postman;
    private final String received = text("received");
    private final String unread = text("not-read");
    /** Whoever forges a sender has them answered once. */
    private final Cache<Address, Boolean> lately =
            Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(ONCE_IN).build();

    Replies(Postman postman) {
        this.postman = postman;
    }

    private static String text(String name) {
        try {
            return new ClassPathResource("mail/" + name + ".txt").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }

    void received(Address to, Receipt receipt) {
        var number = receipt.number().reveal();
        send(to, number, received.replace("{number}", number).replace("{filedAt}", MOMENT.format(receipt.filedAt())));
    }

    /** Once a day (RFC 3834, 2). */
    void notRead(Address to) {
        if (lately.asMap().putIfAbsent(to, true) != null) {
            return;
        }
        send(to, "Məktub oxunmadı / Письмо не прочитано / Letter not read", unread);
    }

    /** RFC 3834, 5: so that two programs do not write to each other. */
    private void send(Address to, String subject, String text) {
        if (!postman.isThere()) {
            return;
        }
        try {
            postman.send(new Outgoing(to, subject, text, Map.of("Auto-Submitted", "auto-replied")));
        } catch (MailException failed) {
            log.warn("an e-mail was not sent: {}", failed.getClass().getName());
        }
    }
}
