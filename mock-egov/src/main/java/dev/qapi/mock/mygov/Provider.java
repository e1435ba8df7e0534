package dev.qapi.mock.mygov;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.net.URI;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/**
 * Spring Authorization Server in a context of its own: its beans are nobody else's, and the application around it keeps
 * its own web and its own security.
 */
@Configuration(proxyBeanMethods = false)
@Import(Doors.class)
class Provider {

    static AnnotationConfigApplicationContext start(MyGov.Settings settings, URI issuer, Keys keys) {
        var addresses =
                AuthorizationServerSettings.builder().issuer(issuer.toString()).build();
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(MyGov.Settings.class, () -> settings);
        context.registerBean(Keys.class, () -> keys);
        context.registerBean(AuthorizationServerSettings.class, () -> addresses);
        context.register(Provider.class);
        context.refresh();
        return context;
    }

    @Bean
    RegisteredClientRepository clients(MyGov.Settings settings) {
        return Clients.of(settings);
    }

    @Bean
    PasswordEncoder secrets() {
        return new PlainSecrets();
    }

    @Bean
    JwtEncoder encoder(JWKSource<SecurityContext> keys) {
        return Tokens.encoder(keys);
    }

    @Bean
    JwtDecoder decoder(JWKSource<SecurityContext> keys, AuthorizationServerSettings addresses) {
        return Tokens.accessTokens(keys, String.valueOf(addresses.getIssuer()));
    }

    @Bean
    OAuth2TokenCustomizer<JwtEncodingContext> claims() {
        return Tokens::fill;
    }
}
