package dev.qapi.mock.faults;

import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** Turns the person, or the year, that an answer is about into another one that could exist as well. */
final class Stranger {

    private static final Pattern DATE = Pattern.compile("([0-9]{4})(-[0-9]{2}-[0-9]{2})?");
    /** Whoever was born on the 29th of February was so four years earlier, too. */
    private static final int LEAP = 4;

    private Stranger() {}

    static ObjectNode instead(ObjectNode answer) {
        var subject = answer.path("subject") instanceof ObjectNode object ? object : answer.putObject("subject");
        if (subject.isEmpty()) {
            subject.put("documentNumber", "C76543210").put("birthDate", "1969-07-20");
        }
        for (var name : subject.propertyNames().toArray(String[]::new)) {
            var value = subject.path(name);
            if (value.isString() && !name.equals("documentType") && !name.equals("citizenship")) {
                subject.put(name, other(value.stringValue()));
            } else if (value.isInt()) {
                subject.put(name, value.intValue() + 1);
            }
        }
        return answer;
    }

    private static String other(String value) {
        var date = DATE.matcher(value);
        return date.matches()
                ? Integer.parseInt(date.group(1)) - LEAP + (date.group(2) == null ? "" : date.group(2))
                : value.isEmpty()
                        ? value
                        : value.substring(0, value.length() - 1) + next(value.charAt(value.length() - 1));
    }

    private static char next(char last) {
        return switch (last) {
            case '9' -> '0';
            case 'Z' -> 'A';
            case 'z' -> 'a';
            default -> (char) (last + 1);
        };
    }
}
