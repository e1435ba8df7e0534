package dev.qapi.gateway.mail;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Postmen without the rest of the gateway. */
public final class Postmen {

    private Postmen() {}

    /** One that knows a server on this machine. */
    public static Postman to(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "2000");
        sender.getJavaMailProperties().put("mail.smtp.timeout", "2000");
        var servers = new StaticListableBeanFactory(Map.of("server", sender));
        return new Postman(
                servers.getBeanProvider(JavaMailSender.class),
                new MailProperties(Map.of(), "qapi@qapi.test"),
                new SimpleMeterRegistry());
    }
}
