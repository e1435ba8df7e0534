package dev.qapi.gateway.matrix;

import dev.qapi.gateway.support.Browser;
import dev.qapi.gateway.support.Issuer;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Somebody with a browser who logs in, is logged in, or logs out. */
final class Visitor {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PARAMETER = Pattern.compile("(?:^|&)(state|nonce)=([^&]+)");
    private static final String ANSWER = "/login/oauth2/code/mygov?code=one&state=%s&iss=https%%3A%%2F%%2Fissuer.test";

    private final Provider provider;
    private final Identity person;
    private final Browser browser;
    private final String address = Callers.address();
    private String state = "";
    private String nonce = "";

    Visitor(Callers callers) {
        this.provider = callers.provider();
        this.person = callers.somebody();
        this.browser = callers.browser();
    }

    Admission starts() {
        var sent = get("/login");
        var to = sent.headers().firstValue("Location").orElse("");
        if (!to.startsWith(Issuer.NAME + '/')) {
            return told(sent);
        }
        var parameters = PARAMETER.matcher(Browser.location(sent).getRawQuery());
        while (parameters.find()) {
            if (parameters.group(1).equals("state")) {
                state = parameters.group(2);
            } else {
                nonce = parameters.group(2);
            }
        }
        return Admission.SENT_ON;
    }

    /** With what is wrong with the ID token. */
    Admission comesBack(Twist twist) {
        provider.logsIn(person, nonce, twist);
        var back = get(ANSWER.formatted(state));
        var isIn = get("/account/session").statusCode() == 200;
        if (back.statusCode() == 303) {
            return isIn ? Admission.ADMITTED : Admission.BROKEN;
        }
        return isIn ? Admission.BROKEN : told(back);
    }

    Admission asksAboutThemselves() {
        var answer = get("/api/v1/applications/own");
        return answer.statusCode() == 200 ? Admission.ADMITTED : told(answer);
    }

    Admission logsOut() {
        var token =
                JSON.readTree(get("/account/session").body()).path("csrfToken").asString("");
        var out = browser.post("/logout", Map.of("_csrf", token));
        var isSentOn = out.headers().firstValue("Location").orElse("").startsWith(Issuer.NAME + "/connect/logout");
        return isSentOn && get("/account/session").statusCode() == 401 ? Admission.ENDED : told(out);
    }

    private HttpResponse<String> get(String path) {
        return browser.get(path, "X-Forwarded-For", address);
    }

    private static Admission told(HttpResponse<String> answer) {
        var code = JSON.readTree(answer.body()).path("code").asString("");
        return told(answer.statusCode(), code);
    }

    /** @param code of the problem: whose word it is stands in it */
    static Admission told(int status, String code) {
        return switch (status + " " + code) {
            case "401 00101", "401 00102", "401 00103", "502 03050" -> Admission.REFUSED;
            case "503 03001" -> Admission.UNAVAILABLE;
            default -> Admission.BROKEN;
        };
    }
}
