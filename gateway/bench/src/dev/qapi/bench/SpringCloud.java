package dev.qapi.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;

/** Spring Cloud Gateway as its documentation sets it up; the rest is in {@code peers/scg.yaml}. */
@SpringBootApplication
class SpringCloud {

    public static void main(String[] args) {
        SpringApplication.run(SpringCloud.class, args);
    }

    @Bean
    SecurityWebFilterChain tokens(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .authorizeExchange(
                        it -> it.pathMatchers("/public/**").permitAll().anyExchange().authenticated())
                .oauth2ResourceServer(it -> it.jwt(jwt -> {}))
                .build();
    }
}
