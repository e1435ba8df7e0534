package dev.qapi.mock.mygov;

import static java.util.stream.Collectors.toSet;

import jakarta.servlet.Servlet;
import java.util.Map;
import java.util.stream.Stream;

/** What is served beside the protocol, by path. */
final class Pages {

    private Pages() {}

    static Map<String, Servlet> of(MyGov.Settings settings) {
        var known = settings.accounts().stream()
                .flatMap(account -> Stream.ofNullable(account.pin()))
                .collect(toSet());
        var inbox = new InboxServlet(new InboxService(settings.inbox(), known, settings.clock()));
        return Map.of(
                "/",
                new Nothing(),
                "/login",
                new LoginPage(settings.accounts()),
                "/login.css",
                new LoginStyle(),
                InboxServlet.PATH,
                inbox,
                InboxServlet.SEARCH,
                inbox);
    }
}
