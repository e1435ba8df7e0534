package dev.qapi.gateway.mail;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Hands e-mail over to the server that is configured, in the gateway's name. */
@Component
public class Postman {

    private final @Nullable JavaMailSender server;
    private final @Nullable String from;
    private final Counter sent;
    private final Counter failed;

    Postman(ObjectProvider<JavaMailSender> server, MailProperties properties, MeterRegistry meters) {
        this.sent = meters.counter("qapi.mail", "outcome", "SENT");
        this.failed = meters.counter("qapi.mail", "outcome", "FAILED");
        this.server = server.getIfAvailable();
        this.from = properties.from();
    }

    /** Whether anything can be sent: {@code spring.mail.host} and {@code qapi.mail.from} are set. */
    public boolean isThere() {
        return server != null && from != null;
    }

    /** The name of the mail domain that it is sent from. */
    public String domain() {
        return from == null
                ? "localhost"
                : from.substring(from.indexOf('@') + 1).replaceAll("[^A-Za-z0-9.-]", "");
    }

    /**
     * Returns when the server has taken it; it may block for as long as {@code mail.smtp.timeout} lets it.
     *
     * @throws MailException if it has not
     */
    public void send(Outgoing mail) {
        if (server == null || from == null) {
            throw new MailPreparationException("no mail server is configured");
        }
        try {
            send(mail, server, from);
            sent.increment();
        } catch (MailException refused) {
            failed.increment();
            throw refused;
        }
    }

    private static void send(Outgoing mail, JavaMailSender server, String from) {
        try {
            var message = server.createMimeMessage();
            message.setFrom(from);
            message.setRecipient(RecipientType.TO, mail.to());
            for (var header : mail.headers().entrySet()) {
                message.setHeader(header.getKey(), header.getValue());
            }
            message.setSubject(mail.subject(), "UTF-8");
            message.setText(mail.text(), "UTF-8");
            server.send(message);
        } catch (MessagingException malformed) {
            throw new MailPreparationException(malformed);
        }
    }
}
