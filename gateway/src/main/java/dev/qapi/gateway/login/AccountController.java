package dev.qapi.gateway.login;

import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.TaxNumber;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.reactive.result.view.CsrfRequestDataValueProcessor;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebSession;
import reactor.core.publisher.Mono;

/** What somebody who is logged in can do about it. */
@RestController
class AccountController {

    private final Accounts accounts;
    private final LogoutAddress logoutAddress;

    AccountController(Accounts accounts, LogoutAddress logoutAddress) {
        this.accounts = accounts;
        this.logoutAddress = logoutAddress;
    }

    /**
     * The account for programs.
     *
     * @param csrfToken for the header {@code X-CSRF-TOKEN} or the form field {@code _csrf} of whatever changes something
     */
    record View(Account account, String csrfToken) {}

    @GetMapping("/account/session")
    Mono<View> session(ServerWebExchange exchange) {
        return accounts.require(exchange).map(account -> {
            CsrfToken token = exchange.getRequiredAttribute(CsrfRequestDataValueProcessor.DEFAULT_CSRF_ATTR_NAME);
            return new View(account, token.getToken());
        });
    }

    /** Form field {@code company}: the tax number of one of their own, or empty for nobody but themselves. */
    @PostMapping("/account/company")
    Mono<ResponseEntity<Void>> choose(ServerWebExchange exchange) {
        return accounts.require(exchange)
                .then(exchange.getFormData())
                .map(form -> Objects.requireNonNullElse(form.getFirst("company"), ""))
                .zipWith(
                        Accounts.login(exchange),
                        (company, login) -> login.actingFor(number(company))
                                .orElseThrow(() -> new ResponseStatusException(HttpStatus.FORBIDDEN)))
                .zipWith(exchange.getSession())
                .flatMap(chosen -> {
                    Accounts.remember(chosen.getT1(), chosen.getT2());
                    return chosen.getT2().save();
                })
                .thenReturn(seeOther(URI.create(ReturnPath.USUAL)).build());
    }

    private static @Nullable TaxNumber number(String company) {
        try {
            return company.isBlank() ? null : TaxNumber.of(company);
        } catch (Malformed nobodys) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
    }

    /** Over here first, whatever becomes of the logout at myGov. */
    @PostMapping("/logout")
    Mono<ResponseEntity<Void>> logout(ServerWebExchange exchange) {
        return Accounts.login(exchange)
                .flatMap(login -> exchange.getSession()
                        .flatMap(WebSession::invalidate)
                        .thenReturn(logoutAddress.of(login, exchange)))
                .defaultIfEmpty(URI.create("/"))
                .map(next -> seeOther(next)
                        .header("Clear-Site-Data", "\"cookies\", \"storage\"")
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    private static ResponseEntity.BodyBuilder seeOther(URI next) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER).location(next);
    }
}
