package dev.qapi.gateway.papers;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PapersConfiguration.Properties.class)
class PapersConfiguration {

    /** @param address where people reach us, such as {@code https://qapi.example}: the code on a paper leads to its {@code /verify} */
    @ConfigurationProperties("qapi.papers")
    record Properties(@DefaultValue("") String address) {}
}
