package dev.qapi.mock.mygov;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.springframework.web.util.HtmlUtils.htmlEscape;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.csrf.CsrfToken;

/** Everybody who can log in, each a button of a form that needs no script; the security filter takes the choice. */
final class LoginPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String PAGE = Resource.text("login.html");

    private final transient List<Account> accounts;

    LoginPage(List<Account> accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var words = Words.of(request, response);
        var csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Content-Language", words.language());
        response.getOutputStream()
                .write(Template.fill(
                                PAGE,
                                Map.of(
                                        "language", words.language(),
                                        "title", escaped(words.of("title")),
                                        "simulation", escaped(words.of("simulation")),
                                        "choose", escaped(words.of("choose")),
                                        "languages", escaped(words.of("languages")),
                                        "links", links(words),
                                        "notice", notice(request, words),
                                        "csrfName", escaped(csrf.getParameterName()),
                                        "csrf", escaped(csrf.getToken()),
                                        "accounts", buttons(words)))
                        .getBytes(UTF_8));
    }

    private static String links(Words words) {
        return Words.LANGUAGES.stream()
                .map(language -> "<a href=\"/login?lang=%1$s\" lang=\"%1$s\"%2$s>%1$s</a>"
                        .formatted(language, language.equals(words.language()) ? " aria-current=\"true\"" : ""))
                .collect(Collectors.joining(" "));
    }

    private static String notice(HttpServletRequest request, Words words) {
        var text = request.getParameter("error") != null
                ? words.of("unknown")
                : request.getUserPrincipal() instanceof Authentication login
                        ? words.of("signed-in")
                                + ' '
                                + Person.of(login).account().name()
                        : "";
        return text.isEmpty() ? "" : "<p class=\"notice\" role=\"status\">" + escaped(text) + "</p>";
    }

    private String buttons(Words words) {
        return accounts.stream()
                .map(account -> "<li><button name=\"account\" value=\"%s\"><b>%s</b> <span>%s</span></button></li>"
                        .formatted(
                                escaped(account.id()),
                                escaped(account.name()),
                                escaped(account.situation().getOrDefault(words.language(), ""))))
                .collect(Collectors.joining("\n"));
    }

    private static String escaped(String text) {
        return htmlEscape(text, UTF_8.name());
    }
}
