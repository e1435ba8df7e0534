package dev.qapi.gateway.mail;

import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which mail is read, and in whose name it is answered.
 *
 * @param boxes the maildir that a mail server delivers to, by e-service
 * @param from the address that answers come from; without it, or without {@code spring.mail.host}, nobody is answered
 */
@ConfigurationProperties("qapi.mail")
record MailProperties(
        @DefaultValue Map<String, Path> boxes, @Nullable String from) {}
