package dev.qapi.mock.mygov;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The gateway's side of OpenID Connect, knowing only the issuer: every address is read from the discovery document. */
record Client(MyGov myGov, Browser browser) {

    static final String CALLBACK = "http://localhost:8080/login/oauth2/code/mygov";
    static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rule-of-43-characters";
    static final String GATEWAY = basic("qapi-gateway", "qapi-gateway-secret");

    private static final JsonMapper JSON = new JsonMapper();

    Client(MyGov myGov) {
        this(myGov, new Browser());
    }

    JsonNode discovery() {
        return json(browser.get(URI.create(myGov.issuer() + "/.well-known/openid-configuration")));
    }

    URI endpoint(String name) {
        return URI.create(discovery().get(name).stringValue());
    }

    /** Parameters of a request for a code as they ought to be. */
    static Map<String, String> request() {
        return new HashMap<>(Map.of(
                "response_type", "code",
                "client_id", "qapi-gateway",
                "redirect_uri", CALLBACK,
                "scope", "openid profile identity companies",
                "state", "st/ate=1",
                "nonce", "n-1",
                "code_challenge", challenge(VERIFIER),
                "code_challenge_method", "S256"));
    }

    HttpResponse<String> authorize(Map<String, String> request, String... headers) {
        return browser.get(URI.create(endpoint("authorization_endpoint") + "?" + Browser.encoded(request)), headers);
    }

    /** Through the login page to the client's address. */
    URI logIn(Account account, Map<String, String> request) {
        var page = Browser.location(authorize(request, "Accept", "text/html"));
        var back = Browser.location(browser.pick(page, account));
        return Browser.location(browser.get(back));
    }

    JsonNode tokens(Account account) {
        return json(redeem(parameter(logIn(account, request()), "code"), VERIFIER));
    }

    HttpResponse<String> redeem(String code, String verifier) {
        return token(Map.of(
                "grant_type", "authorization_code",
                "code", code,
                "redirect_uri", CALLBACK,
                "code_verifier", verifier));
    }

    HttpResponse<String> refresh(JsonNode tokens) {
        var token = tokens.get("refresh_token").stringValue();
        return token(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    HttpResponse<String> token(Map<String, String> form) {
        return browser.post(endpoint("token_endpoint"), form, "Authorization", GATEWAY);
    }

    String inboxToken() {
        var form = Map.of("grant_type", "client_credentials", "scope", "inbox");
        var inbox = basic("qapi-inbox", "qapi-inbox-secret");
        var answer = browser.post(endpoint("token_endpoint"), form, "Authorization", inbox);
        return json(answer).get("access_token").stringValue();
    }

    HttpResponse<String> userInfo(String token) {
        return browser.get(endpoint("userinfo_endpoint"), "Authorization", "Bearer " + token);
    }

    JWKSet keys() {
        try {
            return JWKSet.load(endpoint("jwks_uri").toURL());
        } catch (IOException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean verifies(String token) {
        return Jwts.verifies(this, token);
    }

    static String parameter(URI address, String name) {
        var value =
                UriComponentsBuilder.fromUri(address).build().getQueryParams().getFirst(name);
        if (value == null) {
            throw new AssertionError("No " + name + " in this address.");
        }
        return URLDecoder.decode(value, UTF_8);
    }

    static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ':' + secret).getBytes(US_ASCII));
    }

    private static String challenge(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
