package dev.qapi.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication(scanBasePackages = {"dev.qapi.gateway", "dev.qapi.services"})
public class Gateway {
    static void main(String[] args) {
        SpringApplication.run(Gateway.class, args);
    }
}
