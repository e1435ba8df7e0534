package dev.qapi.eservice;

import java.util.List;

/**
 * An answer as a table for a spreadsheet. As the data of an answer it is sent as CSV, in codes, or as XLSX, in the reader's
 * words, whichever the route produces; either says how the answer came about and of when it is.
 *
 * @param name of the file, of ASCII letters, digits and dashes, without personal data
 * @param title what stands above the table
 * @param rows as many cells as there are columns: whole numbers, days, texts, {@link Coded}, {@code ""} for nothing
 */
public record Sheet(String name, String title, List<Column> columns, List<List<Object>> rows) {

    /** What produces a workbook. */
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * @param name as the field is called in JSON
     * @param text the reader's word for it
     */
    public record Column(String name, String text) {}

    /** A code, and the reader's words for it. */
    public record Coded(Enum<?> code, String text) {

        @Override
        public String toString() {
            return code.name();
        }
    }
}
