package dev.qapi.gateway.login;

import static org.springframework.security.oauth2.core.AuthorizationGrantType.AUTHORIZATION_CODE;
import static org.springframework.security.oauth2.core.ClientAuthenticationMethod.CLIENT_SECRET_BASIC;

import io.netty.channel.ChannelOption;
import java.time.Duration;
import java.util.function.Supplier;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.security.oauth2.client.endpoint.WebClientReactiveAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/** What the library has to know of myGov. All of it is said and none looked up: we start while myGov is away. */
final class MyGov {

    /** A part of the address that myGov sends people back to, and so never another. */
    static final String REGISTRATION = "mygov";

    static final String RETURN = "/login/oauth2/code/" + REGISTRATION;

    private static final Duration CONNECT = Duration.ofSeconds(1);
    private static final int LARGEST_ANSWER = 64 * 1024;

    private MyGov() {}

    static ClientRegistration registration(MyGovProperties properties) {
        var gateway = properties.gateway();
        return ClientRegistration.withRegistrationId(REGISTRATION)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .clientAuthenticationMethod(CLIENT_SECRET_BASIC)
                .authorizationGrantType(AUTHORIZATION_CODE)
                .clientSettings(ClientSettings.builder().requireProofKey(true).build())
                .scope("openid", "profile", "identity", "companies")
                .redirectUri((gateway == null ? "{baseUrl}" : gateway.toString()) + RETURN)
                .issuerUri(properties.issued())
                .authorizationUri(properties.authorization().toString())
                .tokenUri(properties.token().toString())
                .jwkSetUri(properties.keys().toString())
                .build();
    }

    /** @param down what is told when the endpoint itself says that it cannot */
    static WebClientReactiveAuthorizationCodeTokenResponseClient tokens(
            MyGovProperties properties, Supplier<? extends Throwable> down) {
        var http = HttpClient.create()
                .disableRetry(true)
                .followRedirect(false)
                .responseTimeout(properties.patience())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) CONNECT.toMillis());
        var tokens = new WebClientReactiveAuthorizationCodeTokenResponseClient();
        tokens.setWebClient(WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(http))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST_ANSWER))
                .filter((request, next) -> next.exchange(request)
                        .flatMap(answer -> answer.statusCode().is5xxServerError()
                                ? answer.releaseBody().then(Mono.error(down))
                                : Mono.just(answer)))
                .build());
        return tokens;
    }
}
