package dev.qapi.gateway.login;

import org.springframework.http.MediaType;
import org.springframework.security.web.server.csrf.CsrfToken;
import org.springframework.security.web.server.csrf.ServerCsrfTokenRequestHandler;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Takes the token of a page's form with files out of its address, masked: such a form streams, so its fields are not read before
 * it is let in, and without a script there is no header.
 *
 * @param fields takes it out of a header or a field
 */
record TokenOfAFormWithFiles(ServerCsrfTokenRequestHandler fields) implements ServerCsrfTokenRequestHandler {

    @Override
    public void handle(ServerWebExchange exchange, Mono<CsrfToken> token) {
        fields.handle(exchange, token);
    }

    @Override
    public Mono<String> resolveCsrfTokenValue(ServerWebExchange exchange, CsrfToken token) {
        var request = exchange.getRequest();
        var given = request.getQueryParams().getFirst(token.getParameterName());
        var isStreamed = MediaType.MULTIPART_FORM_DATA.isCompatibleWith(
                request.getHeaders().getContentType());
        return given == null || !isStreamed
                ? fields.resolveCsrfTokenValue(exchange, token)
                : fields.resolveCsrfTokenValue(
                        exchange.mutate()
                                .request(it -> it.header(token.getHeaderName(), given))
                                .build(),
                        token);
    }
}
