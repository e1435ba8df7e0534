package dev.qapi.gateway.login;

import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.qapi.contract.Persona;
import dev.qapi.gateway.stores.OwnRedis;
import dev.qapi.gateway.support.Browser;
import dev.qapi.gateway.support.MovableClock;
import dev.qapi.gateway.support.MyGovLogin;
import dev.qapi.gateway.support.OwnGateway;
import dev.qapi.gateway.support.Places;
import dev.qapi.identifier.RegisterNumber;
import dev.qapi.mock.mygov.Account;
import dev.qapi.mock.mygov.Company;
import dev.qapi.mock.mygov.Inbox;
import dev.qapi.mock.mygov.MyGov;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A gateway, started while myGov was away, with a Redis and a myGov of its own that can be broken. */
final class LoginPlace implements AutoCloseable {

    private static final int STALL = -1;

    private final Map<String, Integer> broken = new ConcurrentHashMap<>();
    private final Path data = Files.createTempDirectory("login");
    private final OwnRedis redis = new OwnRedis();
    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final OwnGateway gateway;
    private final MyGov myGov;
    private CountDownLatch healed = new CountDownLatch(1);

    LoginPlace() throws IOException {
        var port = OwnRedis.freePort();
        var issuer = "http://localhost:" + OwnRedis.freePort();
        mail.start();
        gateway = OwnGateway.on(
                data,
                "server.port=" + port,
                "REDIS_URL=redis://127.0.0.1:" + redis.port(),
                "qapi.redis.patience=2s",
                "qapi.session.patience=2s",
                "qapi.mygov.issuer=" + issuer,
                "qapi.mygov.client-id=qapi-gateway",
                "qapi.mygov.client-secret=qapi-gateway-secret",
                "qapi.mygov.patience=2s",
                "qapi.events.beat=300ms",
                "qapi.portals.issuer=" + issuer,
                "qapi.portals.jwks-uri=" + issuer + "/oauth2/jwks",
                "qapi.portals.audience=" + MyGov.GATEWAY,
                "qapi.portals.nonce=true",
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + mail.getSmtp().getPort(),
                "qapi.mail.from=qapi@qapi.test",
                "qapi.papers.address=https://qapi.example");
        myGov = MyGov.start(new MyGov.Settings(
                URI.create(issuer).getPort(),
                null,
                "qapi-gateway-secret",
                "qapi-inbox-secret",
                Set.of("http://localhost:" + port + "/login/oauth2/code/mygov"),
                Set.of("http://localhost:" + port + "/"),
                accounts(),
                Inbox.inMemory(),
                Clock.systemUTC(),
                this::pass));
        // the first calls of a process take longer than the time limits
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> MyGovLogin.of(port, "clean-record"));
    }

    /** The tax number of an employer of the sandbox. */
    static String taxNumber(String employer) {
        return Objects.requireNonNull(Persona.employers().get(employer))
                .get("taxNumber")
                .text();
    }

    private static List<Account> accounts() {
        return Persona.all().stream().map(LoginPlace::account).toList();
    }

    private static Account account(Persona persona) {
        return new Account(
                persona.name(),
                Map.of(),
                persona.node().get("given").text(),
                persona.node().get("surname").text(),
                null,
                persona.birthDate(),
                persona.citizenship(),
                persona.document(),
                persona.node().get("companies").items().stream()
                        .map(it -> company(it.text()))
                        .toList());
    }

    private static Company company(String name) {
        var employer = Objects.requireNonNull(Persona.employers().get(name));
        return new Company(
                RegisterNumber.of(employer.get("taxNumber").text()),
                employer.get("name").text());
    }

    private void pass(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var status = broken.get(((HttpServletRequest) request).getRequestURI());
        if (status == null) {
            chain.doFilter(request, response);
        } else if (status == STALL) {
            try {
                healed.await(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        } else {
            ((HttpServletResponse) response).sendError(status);
        }
    }

    int port() {
        return gateway.port();
    }

    MyGovLogin somebody() {
        return new MyGovLogin(new Browser(port()));
    }

    MyGovLogin as(String persona) {
        return MyGovLogin.of(port(), persona);
    }

    /** What the account of that session is. */
    HttpResponse<String> account(String session) {
        return new Browser(port()).get("/account/session", "Cookie", MyGovLogin.COOKIE + '=' + session);
    }

    OwnGateway gateway() {
        return gateway;
    }

    Places places() {
        return new Places(gateway, data, redis.port());
    }

    String issuer() {
        return myGov.issuer().toString();
    }

    OwnRedis redis() {
        return redis;
    }

    /** What was sent by e-mail. */
    GreenMail mail() {
        return mail;
    }

    void breaks(String path, int status) {
        broken.put(path, status);
    }

    void stalls(String path) {
        breaks(path, STALL);
    }

    void heal() {
        gateway.bean(MovableClock.class).beRight();
        broken.clear();
        healed.countDown();
        healed = new CountDownLatch(1);
    }

    @Override
    public void close() {
        heal();
        myGov.close();
        gateway.close();
        redis.close();
        mail.stop();
    }
}
