package dev.qapi.mock.mygov;

import static org.springframework.security.config.Customizer.withDefaults;
import static org.springframework.security.config.http.SessionCreationPolicy.STATELESS;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OidcConfigurer;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/** Who gets in where: clients at the protocol's endpoints, senders of messages at the inbox, people at the login page. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class Doors {

    private static final String LOGIN = "/login";
    /** A {@code form-action} would also forbid the way back to the client, which is a redirect of the form's answer. */
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    @Bean
    @Order(1)
    SecurityFilterChain protocol(HttpSecurity http, AuthorizationServerSettings addresses) {
        var issuer = new IssuerParameter(String.valueOf(addresses.getIssuer()));
        return http.oauth2AuthorizationServer(server -> {
                    http.securityMatcher(server.getEndpointsMatcher());
                    server.oidc(Doors::openId);
                    server.authorizationServerMetadataEndpoint(
                            endpoint -> endpoint.authorizationServerMetadataCustomizer(
                                    metadata -> metadata.claims(Discovery::complete)));
                })
                .authorizeHttpRequests(requests -> requests.requestMatchers(Doors::isSilent)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(LOGIN)))
                .addFilterBefore(issuer, SecurityContextHolderFilter.class)
                .build();
    }

    /** {@code prompt=none} is answered by the protocol, with {@code login_required}, and not by a login page. */
    private static boolean isSilent(HttpServletRequest request) {
        return IssuerParameter.concerns(request) && "none".equals(request.getParameter("prompt"));
    }

    private static void openId(OidcConfigurer oidc) {
        oidc.userInfoEndpoint(endpoint -> endpoint.userInfoMapper(Tokens::userInfo))
                .providerConfigurationEndpoint(endpoint ->
                        endpoint.providerConfigurationCustomizer(metadata -> metadata.claims(Discovery::complete)));
    }

    @Bean
    @Order(2)
    SecurityFilterChain inbox(HttpSecurity http) {
        return http.securityMatcher(InboxServlet.PATH + "/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority("SCOPE_" + Clients.INBOX))
                .oauth2ResourceServer(server -> server.jwt(withDefaults()))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain login(HttpSecurity http, MyGov.Settings settings) {
        return http.authenticationProvider(new Login(settings.accounts()))
                .formLogin(form -> form.loginPage(LOGIN)
                        .usernameParameter("account")
                        .defaultSuccessUrl(LOGIN)
                        .permitAll())
                .logout(logout -> logout.disable())
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }
}
