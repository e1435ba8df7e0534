package dev.qapi.gateway.language;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A language the gateway speaks; the first is for readers who ask for none of them. */
public enum Language {
    AZ("Azərbaycanca"),
    RU("Русский"),
    EN("English");

    private final Locale locale = Locale.of(name().toLowerCase(Locale.ROOT));
    private final String ownName;

    Language(String ownName) {
        this.ownName = ownName;
    }

    /** The locale of the messages. */
    public Locale locale() {
        return locale;
    }

    /** {@code az}, {@code ru} or {@code en}: for {@code lang} attributes, headers and contracts. */
    public String tag() {
        return locale.getLanguage();
    }

    /** What its readers call it. */
    public String ownName() {
        return ownName;
    }

    /** The language of that tag, if it is one of ours. */
    public static Optional<Language> tagged(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst();
    }

    /** The language of a locale that {@link ReaderLanguage} chose. */
    public static Language of(@Nullable Locale locale) {
        return locale == null ? AZ : tagged(locale.getLanguage()).orElse(AZ);
    }

    /** The one that the ranges of {@code Accept-Language} like best, q-values respected. */
    static Optional<Language> best(List<Locale.LanguageRange> ranges) {
        var ours = Arrays.stream(values()).map(Language::tag).toList();
        return Optional.ofNullable(Locale.lookupTag(ranges, ours)).flatMap(Language::tagged);
    }
}
