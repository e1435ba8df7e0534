package dev.qapi.mock.mygov;

import jakarta.servlet.Filter;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The simulated myGov, an HTTP server on the loopback interface: an OpenID Connect provider whose login page lets
 * anybody be any of its {@link Account}s, and the {@link Inbox} of each. What it knows of logins ends with it.
 */
public final class MyGov implements AutoCloseable {

    /**
     * How it is to be.
     *
     * @param port where it listens, 0 for any free one
     * @param issuer what clients see, for example of a proxy in front; {@code null} for itself
     * @param gatewaySecret of the client {@code qapi-gateway}, which logs people in
     * @param inboxSecret of the client {@code qapi-inbox}, which sends messages
     * @param redirectUris where people may come back to after the login
     * @param postLogoutRedirectUris where they may come back to after the logout
     * @param accounts who can log in, in the order of the login page
     * @param inbox where messages are kept
     * @param clock what the inbox takes for now; tokens live by the machine's clock, as the library wants it
     * @param first sees every request before anything else does
     */
    public record Settings(
            int port,
            @Nullable URI issuer,
            String gatewaySecret,
            String inboxSecret,
            Set<String> redirectUris,
            Set<String> postLogoutRedirectUris,
            List<Account> accounts,
            Inbox inbox,
            Clock clock,
            Filter first) {

        /** For a gateway at {@code http://localhost:8080}, with secrets that everybody may know. */
        public static Settings local(int port, List<Account> accounts, Clock clock) {
            return new Settings(
                    port,
                    null,
                    "qapi-gateway-secret",
                    "qapi-inbox-secret",
                    Set.of("http://localhost:8080/login/oauth2/code/mygov"),
                    Set.of("http://localhost:8080/"),
                    accounts,
                    Inbox.inMemory(),
                    clock,
                    (request, response, chain) -> chain.doFilter(request, response));
        }

        @Override
        public String toString() {
            return "Settings[port=" + port + ']';
        }
    }

    /** Whom portals' tokens are for ({@code aud}). */
    public static final String GATEWAY = "urn:qapi:gateway";

    private final WebServer server;
    private final AnnotationConfigApplicationContext context;
    private final URI issuer;
    private final Keys keys;

    private MyGov(WebServer server, AnnotationConfigApplicationContext context, URI issuer, Keys keys) {
        this.server = server;
        this.context = context;
        this.issuer = issuer;
        this.keys = keys;
    }

    /** @throws MyGovPortInUse if something else listens there */
    public static MyGov start(Settings settings) {
        var server = WebServer.bind(settings.port());
        var given = settings.issuer();
        var issuer = given == null ? URI.create("http://localhost:" + server.port()) : given;
        var keys = new Keys();
        try {
            var context = Provider.start(settings, issuer, keys);
            var security = context.getBean("springSecurityFilterChain", Filter.class);
            server.serve(issuer, List.of(settings.first(), security), Pages.of(settings));
            return new MyGov(server, context, issuer, keys);
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    /** Where it listens. */
    public int port() {
        return server.port();
    }

    /** What clients see, and what the tokens say ({@code iss}). */
    public URI issuer() {
        return issuer;
    }

    /** The ids of its keys, newest first: the first signs, every one verifies. */
    public List<String> keyIds() {
        return keys.ids();
    }

    /** Signs with a new key from now on; what the old ones signed stays valid until they are dropped. */
    public void rotateKey() {
        keys.rotate();
    }

    /** @throws IllegalArgumentException if this is the key that signs */
    public void dropKey(String id) {
        keys.drop(id);
    }

    /** Leaves only the key that signs. */
    public void dropOldKeys() {
        keys.dropOld();
    }

    @Override
    public void close() {
        server.close();
        context.close();
    }
}
