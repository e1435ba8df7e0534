package dev.qapi.gateway.login;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.session.CookieWebSessionIdResolver;

/** The cookie that is the key to a session: no script, no other host and no plain HTTP can read it or plant one. */
final class SessionCookie extends CookieWebSessionIdResolver {

    /** Browsers take a cookie of this name only from this very host, over TLS or on the machine itself (RFC 6265bis, 4.1.3.2). */
    static final String NAME = "__Host-qapi";

    SessionCookie() {
        setCookieName(NAME);
        addCookieInitializer(
                cookie -> cookie.secure(true).httpOnly(true).sameSite("Lax").path("/"));
    }

    /** A request that brings an {@code Authorization} is somebody else's, whatever cookie a browser adds to it. */
    static boolean isPresented(ServerWebExchange exchange) {
        return value(exchange) != null && !exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    }

    /** Two of that name are none: nobody could say whose each is. */
    static @Nullable String value(ServerWebExchange exchange) {
        var cookies = exchange.getRequest().getCookies().get(NAME);
        return cookies == null || cookies.size() != 1
                ? null
                : cookies.getFirst().getValue();
    }

    @Override
    public List<String> resolveSessionIds(ServerWebExchange exchange) {
        var value = value(exchange);
        return value == null ? List.of() : List.of(value);
    }
}
