package dev.qapi.gateway.api;

import dev.qapi.eservice.EService;
import dev.qapi.gateway.limits.Guesses;
import dev.qapi.gateway.limits.RateLimits;
import dev.qapi.gateway.prefill.SuppliedFields;
import dev.qapi.gateway.security.Guard;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webflux.autoconfigure.WebFluxRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerTypePredicate;
import org.springframework.web.reactive.config.PathMatchConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;

@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebFluxConfigurer {

    private final Inquiries inquiries;
    private final SuppliedFields supplied;
    private final Guesses guesses;

    ApiConfiguration(
            @Value("${qapi.sandbox:false}") boolean sandbox, Clock clock, SuppliedFields supplied, Guesses guesses) {
        this.supplied = supplied;
        this.guesses = guesses;
        this.inquiries = new Inquiries(sandbox ? MadeUpPersons.WELCOME : MadeUpPersons.unwelcome(), clock);
    }

    @Bean
    static WebFluxRegistrations strictQueries(Guard guard, RateLimits limits) {
        return new WebFluxRegistrations() {
            @Override
            public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
                return new StrictQuery(guard, limits);
            }
        };
    }

    @Override
    public void configurePathMatching(PathMatchConfigurer paths) {
        paths.addPathPrefix("/api/v1", HandlerTypePredicate.forAnnotation(EService.class));
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer arguments) {
        arguments.addCustomResolver(new InquiryArgument(inquiries, supplied, guesses), new WordsArgument());
    }
}
