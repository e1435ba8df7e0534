package dev.qapi.gateway.login;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/** Where a person gets after the login: a plain path of this host, spelt with what no address elsewhere can do with. */
final class ReturnPath {

    /** Who is logged in, and for whom they act. */
    static final String USUAL = "/account";

    private static final Pattern PLAIN = Pattern.compile("/|(/[a-z0-9]+(-[a-z0-9]+)*){1,4}");
    private static final int LONGEST = 100;

    private ReturnPath() {}

    /** What {@code ?return=} says if it is such a path and says it once, else the usual one. */
    static String of(ServerWebExchange exchange) {
        var wishes = exchange.getRequest().getQueryParams().get("return");
        return wishes == null || wishes.size() != 1 ? USUAL : of(wishes.getFirst());
    }

    static String of(@Nullable String wish) {
        return wish != null
                        && wish.length() <= LONGEST
                        && PLAIN.matcher(wish).matches()
                        && !wish.startsWith("/login")
                        && !wish.startsWith("/logout")
                ? wish
                : USUAL;
    }
}
