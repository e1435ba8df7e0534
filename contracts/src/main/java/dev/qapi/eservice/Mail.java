package dev.qapi.eservice;

import java.util.List;

/**
 * An e-mail as somebody sent it. Nothing of it is shown by {@link #toString}.
 *
 * @param id the same however often and by whichever gateway it is read: 64 hexadecimal digits
 * @param text what stands in it as plain text
 * @param enclosed the files beside it, at most five, none of them stored yet
 */
public record Mail(String id, String text, List<Upload> enclosed) {

    @Override
    public String toString() {
        return "Mail[•••]";
    }
}
