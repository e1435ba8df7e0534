package dev.qapi.gateway.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Somebody's browser: it keeps cookies, also secure ones of this machine as browsers do; redirects are left to the test. */
public final class Browser {

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Map<String, Map<String, String>> cookies = new HashMap<>();
    private final URI home;

    public Browser(int gatewayPort) {
        this.home = URI.create("http://localhost:" + gatewayPort + "/");
    }

    public URI home() {
        return home;
    }

    public HttpResponse<String> get(String address, String... headers) {
        return send(HttpRequest.newBuilder(home.resolve(address)).GET(), headers);
    }

    public HttpResponse<String> post(String address, Map<String, String> form, String... headers) {
        var body = form.entrySet().stream()
                .map(field -> field.getKey() + '=' + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(home.resolve(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return send(request, headers);
    }

    public HttpResponse<String> postJson(String address, String json, String... headers) {
        var request = HttpRequest.newBuilder(home.resolve(address))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json));
        return send(request, headers);
    }

    /** Where it leads. */
    public static URI location(HttpResponse<?> answer) {
        var location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(
                        answer.request().uri() + " leads nowhere: " + answer.statusCode() + ' ' + answer.body()));
        return answer.request().uri().resolve(location);
    }

    /** The gateway's cookies, each by its name. */
    public Map<String, String> cookies() {
        return cookies(home);
    }

    private Map<String, String> cookies(URI place) {
        return cookies.computeIfAbsent(place.getAuthority(), _ -> new TreeMap<>());
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        request.timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        var mine = cookies(request.build().uri());
        if (!mine.isEmpty()) {
            request.header(
                    "Cookie",
                    mine.entrySet().stream()
                            .map(cookie -> cookie.getKey() + '=' + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            answer.headers()
                    .allValues("Set-Cookie")
                    .forEach(line -> keep(HttpCookie.parse(line).getFirst(), mine));
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void keep(HttpCookie cookie, Map<String, String> mine) {
        if (cookie.getMaxAge() == 0) {
            mine.remove(cookie.getName());
        } else {
            mine.put(cookie.getName(), cookie.getValue());
        }
    }
}
