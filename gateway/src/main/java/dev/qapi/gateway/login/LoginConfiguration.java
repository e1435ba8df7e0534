package dev.qapi.gateway.login;

import static org.springframework.security.web.server.util.matcher.ServerWebExchangeMatchers.pathMatchers;

import dev.qapi.gateway.keys.Decoders;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.ReactiveAuthenticationManager;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeReactiveAuthenticationManager;
import org.springframework.security.oauth2.client.web.server.OAuth2AuthorizationRequestRedirectWebFilter;
import org.springframework.security.oauth2.client.web.server.authentication.OAuth2LoginAuthenticationWebFilter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.web.server.MatcherSecurityWebFilterChain;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.util.matcher.ServerWebExchangeMatcher.MatchResult;
import org.springframework.session.web.server.session.SpringSessionWebSessionStore;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.session.DefaultWebSessionManager;
import org.springframework.web.server.session.WebSessionManager;
import reactor.core.publisher.Mono;

/**
 * The library's login (authorization code, PKCE, state, nonce), at two paths and nowhere else: who is calling is asked where
 * a route is called. Where myGov is not configured there is none.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({MyGovProperties.class, SessionProperties.class})
class LoginConfiguration {

    @Bean
    WebSessionManager webSessionManager(Sessions sessions, Clock clock) {
        var store = new SpringSessionWebSessionStore<>(sessions);
        store.setClock(clock);
        var manager = new DefaultWebSessionManager();
        manager.setSessionStore(store);
        manager.setSessionIdResolver(new SessionCookie());
        return manager;
    }

    @Bean
    SecurityWebFilterChain login(MyGovProperties properties, Decoders decoders, Clock clock, LoginMeters meters) {
        if (properties.issuer() == null) {
            WebFilter nothing = (exchange, chain) -> chain.filter(exchange);
            return new MatcherSecurityWebFilterChain(_ -> MatchResult.notMatch(), List.of(nothing));
        }
        var myGov = MyGov.registration(properties);
        var attempts = new Attempts(myGov);
        var start = new OAuth2AuthorizationRequestRedirectWebFilter(new LoginStart(myGov));
        start.setAuthorizationRequestRepository(attempts);

        var arrival = new Arrival(clock, meters);
        var answer = new OAuth2LoginAuthenticationWebFilter(
                manager(properties, new IdTokens(myGov, properties, decoders, clock)), new NoTokens());
        answer.setRequiresAuthenticationMatcher(pathMatchers(HttpMethod.GET, MyGov.RETURN));
        answer.setServerAuthenticationConverter(new LoginReturn(myGov, attempts));
        answer.setSecurityContextRepository(arrival);
        answer.setAuthenticationSuccessHandler(arrival);
        answer.setAuthenticationFailureHandler((_, error) -> Mono.error(meters.failed(LoginFailures.told(error))));
        return new MatcherSecurityWebFilterChain(
                pathMatchers(HttpMethod.GET, LoginStart.PATH, MyGov.RETURN), List.of(start, answer));
    }

    private static ReactiveAuthenticationManager manager(MyGovProperties properties, IdTokens idTokens) {
        var manager = new OidcAuthorizationCodeReactiveAuthenticationManager(
                MyGov.tokens(properties, () -> LoginFailures.away(null)),
                request -> Mono.just(new DefaultOidcUser(AuthorityUtils.NO_AUTHORITIES, request.getIdToken())));
        manager.setJwtDecoderFactory(_ -> idTokens);
        return login -> manager.authenticate(login)
                .timeout(properties.patience().plusSeconds(1))
                .onErrorMap(LoginFailures::told);
    }
}
