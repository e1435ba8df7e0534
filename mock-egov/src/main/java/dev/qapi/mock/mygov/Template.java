package dev.qapi.mock.mygov;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in a text, {@code ${name}}, replaced once: what is put in is never read again. */
final class Template {

    private static final Pattern NAME = Pattern.compile("\\$\\{(\\w+)}");

    private Template() {}

    static String fill(String text, Map<String, String> values) {
        return NAME.matcher(text)
                .replaceAll(name -> Matcher.quoteReplacement(Objects.requireNonNull(values.get(name.group(1)))));
    }
}
