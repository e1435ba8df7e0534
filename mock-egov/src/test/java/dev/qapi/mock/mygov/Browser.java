package dev.qapi.mock.mygov;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's browser: it keeps cookies; the test follows redirects by itself, to see each. */
final class Browser {

    static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    CookieManager cookies() {
        return cookies;
    }

    HttpResponse<String> get(URI address, String... headers) {
        var request = HttpRequest.newBuilder(address);
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> post(URI address, Map<String, String> form, String... headers) {
        var request = HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    /** Opens the login page, picks the account and comes back with the redirect. */
    HttpResponse<String> pick(URI page, Account account) {
        return pick(page, account.id());
    }

    HttpResponse<String> pick(URI page, String account) {
        var csrf = CSRF.matcher(get(page).body());
        if (!csrf.find()) {
            throw new AssertionError("This page has no form.");
        }
        return post(page, Map.of("account", account, "_csrf", csrf.group(1)));
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static URI location(HttpResponse<String> response) {
        return response.request()
                .uri()
                .resolve(response.headers().firstValue("Location").orElseThrow());
    }

    static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
