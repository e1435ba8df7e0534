package dev.qapi.gateway.registers;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EhisProperties.class)
class RegistersConfiguration {}
