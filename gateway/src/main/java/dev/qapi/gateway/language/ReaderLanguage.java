package dev.qapi.gateway.language;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * What the reader chose on a page ({@code ?lang=}), else chose before (cookie), else prefers ({@code Accept-Language}).
 * The API knows {@code Accept-Language} only: the same call gets the same words, whatever a browser remembers.
 */
@Component("localeContextResolver")
class ReaderLanguage implements LocaleContextResolver {

    /** Name of the parameter, and of the cookie that remembers it. */
    static final String LANG = "lang";

    /** By what {@code Accept-Language} says: there are few browsers and many questions. */
    private static final Cache<List<String>, Optional<Language>> KNOWN =
            Caffeine.newBuilder().maximumSize(1_000).build();

    @Override
    public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
        LocaleContext known = exchange.getAttribute(ReaderLanguage.class.getName());
        return known == null ? resolved(exchange) : known;
    }

    /** Asked for many times over. */
    private static LocaleContext resolved(ServerWebExchange exchange) {
        var language = isApi(exchange) ? preferred(exchange) : asked(exchange);
        var resolved = new SimpleLocaleContext(language.orElse(Language.AZ).locale());
        exchange.getAttributes().put(ReaderLanguage.class.getName(), resolved);
        return resolved;
    }

    @Override
    public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext chosen) {
        throw new UnsupportedOperationException("A reader chooses by parameter, cookie or header");
    }

    static boolean isApi(ServerWebExchange exchange) {
        return exchange.getRequest().getPath().value().startsWith("/api/");
    }

    /** What {@code ?lang=} says on this very request. */
    static Optional<Language> chosen(ServerWebExchange exchange) {
        return Optional.ofNullable(exchange.getRequest().getQueryParams().getFirst(LANG))
                .flatMap(Language::tagged);
    }

    private static Optional<Language> asked(ServerWebExchange exchange) {
        var cookie = Optional.ofNullable(exchange.getRequest().getCookies().getFirst(LANG));
        return chosen(exchange)
                .or(() -> cookie.map(HttpCookie::getValue).flatMap(Language::tagged))
                .or(() -> preferred(exchange));
    }

    private static Optional<Language> preferred(ServerWebExchange exchange) {
        var headers = exchange.getRequest().getHeaders();
        return KNOWN.get(headers.getOrEmpty(HttpHeaders.ACCEPT_LANGUAGE), _ -> Language.best(ranges(headers)));
    }

    private static List<Locale.LanguageRange> ranges(HttpHeaders headers) {
        try {
            return headers.getAcceptLanguage();
        } catch (IllegalArgumentException notALanguageHeader) {
            return List.of();
        }
    }
}
