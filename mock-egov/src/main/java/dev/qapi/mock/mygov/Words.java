package dev.qapi.mock.mygov;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;

/**
 * The login page's words in one language.
 *
 * @param language {@code az}, {@code ru} or {@code en}
 */
record Words(String language) {

    static final List<String> LANGUAGES = List.of("az", "ru", "en");

    private static final List<Locale> LOCALES =
            LANGUAGES.stream().map(Locale::forLanguageTag).toList();

    /** What the reader chose, else what the client asks for ({@code ui_locales}), else what the browser prefers. */
    static Words of(HttpServletRequest request, HttpServletResponse response) {
        var saved = new HttpSessionRequestCache().getRequest(request, response);
        var wished = saved == null ? null : saved.getParameterValues("ui_locales");
        var order = Stream.of(
                        Stream.ofNullable(request.getParameter("lang")),
                        Stream.ofNullable(wished).flatMap(Stream::of).flatMap(tags -> Stream.of(tags.split(" "))),
                        preferred(request))
                .flatMap(tags -> tags)
                .map(Locale::forLanguageTag)
                .filter(locale -> !locale.getLanguage().isEmpty())
                .map(locale -> new Locale.LanguageRange(locale.getLanguage()))
                .toList();
        var found = Objects.requireNonNullElse(Locale.lookup(order, LOCALES), LOCALES.getFirst());
        return new Words(found.getLanguage());
    }

    /** Nothing said is no wish; the container would name the machine's own language. */
    private static Stream<String> preferred(HttpServletRequest request) {
        return request.getHeader("Accept-Language") == null
                ? Stream.empty()
                : Collections.list(request.getLocales()).stream().map(Locale::toLanguageTag);
    }

    String of(String key) {
        return bundle().getString(key);
    }

    private ResourceBundle bundle() {
        return ResourceBundle.getBundle(
                "dev.qapi.mock.mygov.login",
                Locale.forLanguageTag(language),
                Words.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }
}
