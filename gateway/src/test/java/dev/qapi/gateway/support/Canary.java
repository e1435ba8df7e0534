package dev.qapi.gateway.support;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A value that is nowhere else in the world: wherever it is met, in whatever dress, personal data have leaked. */
public record Canary(String value) {

    /** A birth date, which is written in many orders. */
    private static final String DATE = "(\\d{4})-(\\d{2})-(\\d{2})";

    /** As bytes, each one character of Latin-1. */
    public List<String> dresses() {
        return spellings()
                .flatMap(spelling -> Stream.concat(
                        Stream.of(
                                spelling,
                                spelling.toUpperCase(Locale.ROOT),
                                spelling.toLowerCase(Locale.ROOT),
                                URLEncoder.encode(spelling, UTF_8),
                                escaped(spelling),
                                hex(spelling),
                                hex(spelling).toUpperCase(Locale.ROOT)),
                        base64(spelling)))
                .map(dress -> new String(dress.getBytes(UTF_8), ISO_8859_1))
                .distinct()
                .toList();
    }

    private Stream<String> spellings() {
        if (value.matches(DATE)) {
            return Stream.of("$1-$2-$3", "$3.$2.$1", "$3/$2/$1", "$2/$3/$1", "$1$2$3", "$3$2$1", "$3-$2-$1")
                    .map(form -> value.replaceAll(DATE, form));
        }
        return Stream.of(value, icao(value));
    }

    /** Doc 9303-3, 6.A: what a machine-readable zone makes of our letters. */
    private static String icao(String text) {
        return text.replace("Ə", "E")
                .replace("ə", "e")
                .replace("Ş", "S")
                .replace("ş", "s")
                .replace("Ç", "C")
                .replace("ç", "c")
                .replace("ı", "i")
                .replace(' ', '<');
    }

    private static String escaped(String text) {
        return text.chars().mapToObj("\\u%04x"::formatted).collect(Collectors.joining());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(UTF_8));
    }

    /** Wherever it begins in a group of three, without the digits that its neighbours change. */
    private static Stream<String> base64(String text) {
        return Stream.of("", "x", "xx").map(before -> {
            var all = Base64.getEncoder().withoutPadding().encodeToString((before + text).getBytes(UTF_8));
            var from = before.isEmpty() ? 0 : before.length() + 1;
            return all.substring(from, all.length() - 1);
        });
    }

    /** In which dresses it is in there. */
    public List<String> in(byte[] place) {
        var text = new String(place, ISO_8859_1);
        return dresses().stream().filter(text::contains).toList();
    }
}
