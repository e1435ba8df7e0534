package dev.qapi.gateway.login;

import java.net.URI;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;

/** Where a browser is sent to end myGov's own session (OpenID Connect RP-Initiated Logout 1.0). */
@Component
class LogoutAddress {

    private final MyGovProperties myGov;

    LogoutAddress(MyGovProperties myGov) {
        this.myGov = myGov;
    }

    URI of(Login login, ServerWebExchange exchange) {
        return UriComponentsBuilder.fromUri(myGov.endSession())
                .queryParam("id_token_hint", "{token}")
                .queryParam("post_logout_redirect_uri", "{home}")
                .encode()
                .buildAndExpand(login.idToken(), home(exchange))
                .toUri();
    }

    private String home(ServerWebExchange exchange) {
        var gateway = myGov.gateway();
        return UriComponentsBuilder.fromUri(
                        gateway == null ? exchange.getRequest().getURI() : gateway)
                .replacePath("/")
                .replaceQuery(null)
                .toUriString();
    }
}
