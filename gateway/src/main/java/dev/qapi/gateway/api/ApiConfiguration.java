package dev.qapi.gateway.api;

import dev.qapi.eservice.EService;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.HandlerTypePredicate;
import org.springframework.web.reactive.config.PathMatchConfigurer;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

@Configuration(proxyBeanMethods = false)
class ApiConfiguration implements WebFluxConfigurer {

    @Override
    public void configurePathMatching(PathMatchConfigurer paths) {
        paths.addPathPrefix("/api/v1", HandlerTypePredicate.forAnnotation(EService.class));
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer arguments) {
        arguments.addCustomResolver(new InquiryArgument(), new WordsArgument());
    }
}
