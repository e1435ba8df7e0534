package dev.qapi.gateway.support;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A persona logs in at the simulated myGov: the whole way of a browser, page by page. */
public record MyGovLogin(Browser browser) {

    public static final String COOKIE = "__Host-qapi";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final JsonMapper JSON = new JsonMapper();

    /** @param gatewayPort where {@code localhost} is the gateway that myGov sends people back to */
    public static MyGovLogin of(int gatewayPort, String persona) {
        var login = new MyGovLogin(new Browser(gatewayPort));
        var arrived = login.as(persona);
        if (arrived.statusCode() != 303) {
            throw new AssertionError("no login but " + arrived.statusCode() + ' ' + arrived.body());
        }
        return login;
    }

    /** {@code name=value}, for a header {@code Cookie}. */
    public String cookie() {
        return COOKIE + '=' + session();
    }

    /** The cookie's value. */
    public String session() {
        return Objects.requireNonNull(browser.cookies().get(COOKIE), "no session");
    }

    /** What {@code X-CSRF-TOKEN} has to say. */
    public String csrf() {
        return JSON.readTree(browser.get("/account/session").body())
                .path("csrfToken")
                .asString();
    }

    /** For the company of that tax number, for nobody else if it is empty. */
    public HttpResponse<String> actFor(String company) {
        return browser.post("/account/company", Map.of("company", company, "_csrf", csrf()));
    }

    /** What the gateway says when the persona comes back. */
    public HttpResponse<String> as(String persona) {
        return browser.get(answer(persona, it -> it).toString());
    }

    /**
     * The address with which myGov sends the persona back, not yet visited.
     *
     * @param way what becomes of the address with which the gateway sends them there
     */
    public URI answer(String persona, UnaryOperator<String> way) {
        return answer(persona, "/login", way);
    }

    public URI answer(String persona, String start, UnaryOperator<String> way) {
        var authorize = way.apply(Browser.location(browser.get(start)).toString());
        var asked = browser.get(authorize);
        var next = location(asked).orElseThrow(() -> new AssertionError("myGov refuses: " + asked.body()));
        if (!next.getPath().equals("/login")) {
            return next; // somebody is logged in there
        }
        var form = CSRF.matcher(browser.get(next.toString()).body());
        if (!form.find()) {
            throw new AssertionError("myGov has no login form");
        }
        var picked = browser.post(next.toString(), Map.of("account", persona, "_csrf", form.group(1)));
        return Browser.location(browser.get(Browser.location(picked).toString()));
    }

    private static Optional<URI> location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").isPresent()
                ? Optional.of(Browser.location(answer))
                : Optional.empty();
    }
}
