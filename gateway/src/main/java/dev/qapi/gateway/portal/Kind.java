package dev.qapi.gateway.portal;

import dev.qapi.contract.Node;

/** How a field is asked for. */
enum Kind {
    TEXT,
    NUMBER,
    CHOICE,
    COUNTRY,
    /** Day, month and year, each its own input: a picker is no way to a birth date. */
    DATE,
    /** A box to tick: left as it is, it says no. */
    TICK,
    /** More than a line. */
    LONG_TEXT,
    /** Files to choose; its value is the ids of those that were sent already, with spaces between them. */
    FILES,
    /** Which of several ways of asking: it is for the page alone. */
    WAY,
    /** Not asked for: what tells one filing from another, made when the form is shown. */
    KEY;

    /** As long as the longest address of e-mail (RFC 5321, 4.5.3.1.3). */
    private static final int A_LINE = 254;

    private static boolean isLong(Node schema) {
        var most = schema.get("maxLength").text();
        return !most.isEmpty() && Integer.parseInt(most) > A_LINE;
    }

    /** Told from the property's schema, and from its name where OpenAPI has no word for it. */
    static Kind of(String name, Node schema) {
        if (schema.get("x-file").isPresent()) {
            return FILES;
        }
        if (!schema.get("enum").items().isEmpty()) {
            return CHOICE;
        }
        if (schema.get("format").text().equals("date") || name.endsWith("Date")) {
            return DATE;
        }
        if (name.equals("citizenship")) {
            return COUNTRY;
        }
        return switch (schema.get("type").text()) {
            case "integer" -> NUMBER;
            case "boolean" -> TICK;
            default -> isLong(schema) ? LONG_TEXT : TEXT;
        };
    }
}
