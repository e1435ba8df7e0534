package dev.qapi.gateway.mail;

import dev.qapi.eservice.Mail;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * A file of a maildir.
 *
 * @param sender whom to answer; nobody where a program wrote it (RFC 3834)
 */
record Letter(Path file, Mail mail, Optional<Address> sender) {

    private static final Session SESSION = Session.getInstance(new Properties());
    private static final long LARGEST = 1_000_000;

    /** It is no message, too large, without plain text, or has an attachment that would be lost. */
    static final class NotPlain extends IOException {

        private final transient Optional<Address> sender;

        NotPlain(Optional<Address> sender) {
            super("not plain");
            this.sender = sender;
        }

        Optional<Address> sender() {
            return sender;
        }
    }

    /** @throws NotPlain if no text is to be had that says all that was sent */
    static Letter read(Path file) throws IOException {
        var sender = Optional.<Address>empty();
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var message = new MimeMessage(SESSION, in);
            sender = sender(message);
            if (Files.size(file) <= LARGEST) {
                var texts = new ArrayList<String>();
                if (plain(message, texts) && texts.size() == 1) {
                    return new Letter(file, new Mail(id(message, texts.getFirst()), texts.getFirst()), sender);
                }
            }
        } catch (MessagingException | ClassCastException unreadable) {
            // told below, without what stands in it
        }
        throw new NotPlain(sender);
    }

    /** Whether everything in it is text; another form of the same text needs no reading. */
    private static boolean plain(Part part, List<String> texts) throws MessagingException, IOException {
        if (part.isMimeType("text/plain") && part.getFileName() == null) {
            return texts.add((String) part.getContent());
        }
        if (part.isMimeType("multipart/alternative")) {
            return parts(part).stream().anyMatch(Letter::isPlain)
                    && plain(
                            parts(part).stream()
                                    .filter(Letter::isPlain)
                                    .findFirst()
                                    .orElseThrow(),
                            texts);
        }
        if (part.isMimeType("multipart/*")) {
            for (var inner : parts(part)) {
                if (!plain(inner, texts)) {
                    return false;
                }
            }
            return true;
        }
        return false;
    }

    private static boolean isPlain(Part part) {
        try {
            return part.isMimeType("text/plain");
        } catch (MessagingException unreadable) {
            return false;
        }
    }

    private static List<BodyPart> parts(Part part) throws MessagingException, IOException {
        var inner = (Multipart) part.getContent();
        var parts = new ArrayList<BodyPart>();
        for (var at = 0; at < inner.getCount(); at++) {
            parts.add(inner.getBodyPart(at));
        }
        return parts;
    }

    /** Not by the sender's number alone, which somebody else may have used. */
    private static String id(MimeMessage message, String text) throws MessagingException {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (var part : List.of(
                    String.valueOf(message.getMessageID()), String.valueOf(message.getHeader("From", ",")), text)) {
                hash.update(part.getBytes(StandardCharsets.UTF_8));
                hash.update((byte) 0);
            }
            return HexFormat.of().formatHex(hash.digest());
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static Optional<Address> sender(MimeMessage message) throws MessagingException {
        var written = message.getHeader("Auto-Submitted", null);
        var byProgram = written != null && !written.strip().equalsIgnoreCase("no")
                || message.getHeader("List-Id", null) != null
                || "<>".equals(message.getHeader("Return-Path", null));
        var from = message.getFrom();
        return byProgram || from == null || from.length != 1 || !(from[0] instanceof InternetAddress)
                ? Optional.empty()
                : Optional.of(from[0]);
    }
}
