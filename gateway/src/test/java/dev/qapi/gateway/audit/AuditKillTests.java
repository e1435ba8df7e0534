package dev.qapi.gateway.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.qapi.gateway.Gateway;
import dev.qapi.gateway.stores.ForkedJvm;
import dev.qapi.gateway.stores.OwnMongo;
import dev.qapi.gateway.stores.Signal;
import dev.qapi.gateway.support.Crowd;
import dev.qapi.gateway.support.Crowd.Told;
import dev.qapi.gateway.support.OwnGateway;
import dev.qapi.gateway.support.Vmms;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/** Nobody was told anything about anybody that is not written down, whoever dies in between. */
class AuditKillTests {

    @TempDir
    Path data;

    @Test
    void whatAKilledGatewayToldIsDeliveredByTheNextOne() throws Exception {
        var vmms = new Vmms();
        Set<String> answered = ConcurrentHashMap.newKeySet();
        try (var jvm = ForkedJvm.running(
                Killable.class,
                "--qapi.sandbox=true",
                "--qapi.data=" + data,
                "--server.port=0",
                "--management.server.port=0",
                "--qapi.ehis.url=" + vmms.url(),
                "--qapi.gpp.url=" + vmms.url(),
                "--qapi.resilience.response=20s",
                "--qapi.resilience.deadline=20s")) {
            Crowd.asks(Integer.parseInt(jvm.heard()), 100_000, 32)
                    .takeUntil(_ -> answered.size() > 500)
                    .filter(told -> told.status() == 200)
                    .doOnNext(told -> killAfter(500, answered, told, jvm))
                    .blockLast(Duration.ofSeconds(120));
        } finally {
            vmms.stop();
        }
        try (var next = OwnGateway.on(data)) {
            areThereOnce(next, answered);
        }
    }

    private static void killAfter(int enough, Set<String> answered, Told told, ForkedJvm jvm) {
        answered.add(told.requestId());
        if (answered.size() == enough) {
            jvm.process().destroyForcibly();
        }
    }

    @Test
    void answersGoOnWithoutMongoAndTheirEntriesArriveOnceWhenItIsBack() throws Exception {
        try (var mongo = new OwnMongo(data);
                var gateway = OwnGateway.on(data, "MONGODB_URI=" + mongo.uri())) {
            var before = ask(gateway, 200);
            areThereOnce(gateway, before);
            mongo.feels(Signal.STOP);
            var stopped = ask(gateway, 300);
            assertThat(stopped).hasSize(300);
            mongo.feels(Signal.CONT);
            areThereOnce(gateway, stopped);
            mongo.feels(Signal.KILL);
            var killed = ask(gateway, 300);
            assertThat(killed).hasSize(300);
            mongo.comesBack();
            areThereOnce(gateway, killed);
            areThereOnce(gateway, before);
            await().until(() -> new AuditFolder(data).waiting().isEmpty());
        }
    }

    /** Counted, since the last answers are told while Mongo is away and the gateway then stops in good order. */
    @Test
    void aGatewayThatStopsInGoodOrderDeliversItsLastEntries() throws Exception {
        try (var mongo = new OwnMongo(data)) {
            try (var gateway = OwnGateway.on(data, "MONGODB_URI=" + mongo.uri())) {
                ask(gateway, 50);
            }
            assertThat(new AuditFolder(data).waiting()).isEmpty();
            assertThat(data.resolve("audit")).isDirectoryNotContaining("glob:**.open");
        }
    }

    private static Set<String> ask(OwnGateway gateway, int people) {
        return Crowd.asks(gateway.port(), people, 16)
                .filter(told -> told.status() == 200)
                .map(Told::requestId)
                .collect(Collectors.toSet())
                .blockOptional(Duration.ofSeconds(60))
                .orElseThrow();
    }

    private static void areThereOnce(OwnGateway gateway, Set<String> requestIds) {
        assertThat(requestIds).isNotEmpty();
        await().ignoreExceptions().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            Map<String, List<Object>> ids = gateway.audit().stream()
                    .collect(Collectors.groupingBy(
                            entry -> entry.getString("requestId"),
                            Collectors.mapping(entry -> entry.get("_id"), Collectors.toList())));
            assertThat(ids.keySet()).containsAll(requestIds);
            assertThat(ids.values()).allSatisfy(same -> assertThat(same).hasSize(1));
        });
    }

    static class Killable {
        public static void main(String[] arguments) throws Exception {
            var gateway = SpringApplication.run(Gateway.class, arguments);
            ForkedJvm.say(gateway.getEnvironment().getRequiredProperty("local.server.port"));
        }
    }
}
