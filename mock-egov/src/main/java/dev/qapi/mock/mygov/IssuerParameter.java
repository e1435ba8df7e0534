package dev.qapi.mock.mygov;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Adds {@code iss} to every authorization response, of success and of error (RFC 9207), which the library does not: a
 * client of two providers is not to take one's answer for the other's.
 */
final class IssuerParameter extends OncePerRequestFilter {

    /** What the discovery document says. */
    static final String SUPPORTED = "authorization_response_iss_parameter_supported";

    private final String issuer;

    IssuerParameter(String issuer) {
        this.issuer = issuer;
    }

    /** Whether somebody is to be authorized. */
    static boolean concerns(HttpServletRequest request) {
        return request.getRequestURI().equals("/oauth2/authorize");
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !concerns(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, new HttpServletResponseWrapper(response) {
            @Override
            public void sendRedirect(String location) throws IOException {
                super.sendRedirect(withIssuer(location));
            }
        });
    }

    private String withIssuer(String location) {
        var target = UriComponentsBuilder.fromUriString(location);
        var parameters = target.build(true).getQueryParams();
        return parameters.containsKey("code") || parameters.containsKey("error")
                ? target.queryParam("iss", UriUtils.encode(issuer, UTF_8))
                        .build(true)
                        .toUriString()
                : location;
    }
}
