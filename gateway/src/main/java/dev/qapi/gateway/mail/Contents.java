package dev.qapi.gateway.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What stands in a message.
 *
 * @param files what is enclosed; what it is is seen when it is stored
 */
record Contents(String text, List<Part> files) {

    private static final int LARGEST_TEXT = 1_000_000;
    private static final int MOST_FILES = 5;

    /** @throws MessagingException if there is not one plain text that together with the files says all that was sent */
    static Contents of(Part message) throws MessagingException, IOException {
        var texts = new ArrayList<String>();
        var files = new ArrayList<Part>();
        if (!isWhole(message, texts, files) || texts.size() != 1 || files.size() > MOST_FILES) {
            throw new MessagingException("not one text and a few files");
        }
        return new Contents(texts.getFirst(), List.copyOf(files));
    }

    /** Whether everything in it is text or a file; another form of the same text needs no reading. */
    private static boolean isWhole(Part part, List<String> texts, List<Part> files)
            throws MessagingException, IOException {
        if (part.isMimeType("multipart/alternative")) {
            var plain = parts(part).stream().filter(Contents::isPlain).findFirst();
            return plain.isPresent() && isWhole(plain.get(), texts, files);
        }
        if (part.isMimeType("multipart/*")) {
            for (var inner : parts(part)) {
                if (!isWhole(inner, texts, files)) {
                    return false;
                }
            }
            return true;
        }
        if (part.isMimeType("text/plain") && part.getFileName() == null) {
            return part.getSize() <= LARGEST_TEXT && texts.add((String) part.getContent());
        }
        return isFile(part) && files.add(part);
    }

    private static boolean isFile(Part part) throws MessagingException {
        return part.getFileName() != null || part.isMimeType("application/*") || part.isMimeType("image/*");
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
}
