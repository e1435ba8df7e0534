package dev.qapi.identifier;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.qapi.identifier.Malformed.Rule;
import java.util.regex.Pattern;

/** Number of the notification of a registration at the place of stay: {@code QY-2026-118204}, the dashes may be left out. */
public final class NotificationNumber extends Identifier {

    private static final Pattern YEARLY = Pattern.compile("([A-Z]{2})([0-9]{4})([0-9]{6})");
    private static final Pattern RUNNING = Pattern.compile("([A-Z]{2})([0-9]{7})");

    private NotificationNumber(String value) {
        super(value);
    }

    /** @throws Malformed if it is not two letters, then a year and six digits or seven digits without a year */
    @JsonCreator
    public static NotificationNumber of(String typed) {
        var code = Normal.code(typed, Rule.NOTIFICATION_NUMBER).replace("-", "");
        if (YEARLY.matcher(code).matches()) {
            return new NotificationNumber(YEARLY.matcher(code).replaceFirst("$1-$2-$3"));
        }
        if (RUNNING.matcher(code).matches()) {
            return new NotificationNumber(RUNNING.matcher(code).replaceFirst("$1-$2"));
        }
        throw new Malformed(Rule.NOTIFICATION_NUMBER);
    }
}
