package dev.qapi.gateway.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRedisTests {

    @TempDir
    Path data;

    @Test
    void isSharedByEveryContextOnTheSameFolderAndGoneOnceClosed() {
        var redis = EmbeddedRedis.in(data);
        var pid = redis.pid();
        assertThat(EmbeddedRedis.in(data).pid()).isEqualTo(pid);
        redis.close();
        await().until(() -> ProcessHandle.of(pid).isEmpty());
    }

    @Test
    void isReplacedAfterItWasKilled() {
        var redis = EmbeddedRedis.in(data);
        var pid = redis.pid();
        Signal.KILL.to(pid);
        await().until(() -> ProcessHandle.of(pid).isEmpty());
        try (var next = EmbeddedRedis.in(data)) {
            assertThat(next.pid()).isNotEqualTo(pid);
        }
    }

    @Test
    void diesWithItsJvmEvenWhileStopped() throws Exception {
        try (var jvm = ForkedJvm.running(StandaloneRedis.class, data)) {
            var pid = Long.parseLong(jvm.heard());
            assertThat(ProcessHandle.of(pid)).isPresent();
            Signal.STOP.to(pid);
            jvm.kill();
            await().until(() -> ProcessHandle.of(pid).isEmpty());
        }
    }

    static class StandaloneRedis {
        public static void main(String[] folder) throws Exception {
            ForkedJvm.say(EmbeddedRedis.in(Path.of(folder[0])).pid());
        }
    }
}
