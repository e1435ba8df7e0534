package dev.qapi.eservice;

/**
 * An e-mail as somebody sent it. Nothing of it is shown by {@link #toString}.
 *
 * @param id the same however often and by whichever gateway it is read: 64 hexadecimal digits
 * @param text what stands in it as plain text
 */
public record Mail(String id, String text) {

    @Override
    public String toString() {
        return "Mail[•••]";
    }
}
