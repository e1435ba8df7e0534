package dev.qapi.gateway.mail;

import dev.qapi.eservice.Mail;
import dev.qapi.eservice.Upload;
import dev.qapi.gateway.files.Uploads;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.util.SharedFileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.IntStream;

/**
 * A file of a maildir.
 *
 * @param sender whom to answer; nobody where a program wrote it (RFC 3834)
 */
record Letter(Path file, Mail mail, Optional<Address> sender) {

    private static final Session SESSION = Session.getInstance(new Properties());
    /** Five files of five megabytes, as they are written in mail, and a text. */
    private static final long LARGEST = 38_000_000;

    /** It is no message, too large, without plain text, or has something beside it that would be lost. */
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

    /**
     * @param uploads keeps what is enclosed
     * @throws NotPlain if no text is to be had that says all that was sent
     */
    static Letter read(Path file, Uploads uploads) throws IOException {
        var sender = Optional.<Address>empty();
        try (var in = new SharedFileInputStream(file.toFile())) {
            var message = new MimeMessage(SESSION, in);
            sender = sender(message);
            if (Files.size(file) <= LARGEST) {
                var contents = Contents.of(message);
                var enclosed = IntStream.range(0, contents.files().size())
                        .mapToObj(at -> new Enclosure(file, at))
                        .<Upload>map(it -> () -> it.store(uploads))
                        .toList();
                return new Letter(file, new Mail(id(message, contents), contents.text(), enclosed), sender);
            }
        } catch (MessagingException | ClassCastException unreadable) {
            // told below, without what stands in it
        }
        throw new NotPlain(sender);
    }

    static MimeMessage message(InputStream in) throws MessagingException {
        return new MimeMessage(SESSION, in);
    }

    /** Not by the sender's number alone, which somebody else may have used. */
    private static String id(MimeMessage message, Contents contents) throws MessagingException, IOException {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (var part : List.of(
                    String.valueOf(message.getMessageID()),
                    String.valueOf(message.getHeader("From", ",")),
                    contents.text())) {
                hash.update(part.getBytes(StandardCharsets.UTF_8));
                hash.update((byte) 0);
            }
            for (var file : contents.files()) {
                try (var in = new DigestInputStream(file.getInputStream(), hash)) {
                    in.transferTo(OutputStream.nullOutputStream());
                }
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
