package dev.qapi.gateway.stores;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;

/** The sandbox's MongoDB in a process of its own, to be stopped and killed, on a port that it finds again. */
public final class OwnMongo implements AutoCloseable {

    /** The class whose {@code main} takes a file and a port. */
    public static final String MAIN = Main.class.getName();

    private final Path file;
    private final int port = OwnRedis.freePort();
    private ForkedJvm jvm;

    public OwnMongo(Path folder) throws IOException {
        this.file = folder.resolve("own.mv");
        this.jvm = start();
    }

    public String uri() {
        return "mongodb://127.0.0.1:" + port + "/qapi";
    }

    public void feels(Signal signal) {
        signal.to(jvm.process().pid());
    }

    public void comesBack() throws IOException {
        jvm = start();
    }

    private ForkedJvm start() throws IOException {
        var started = ForkedJvm.running(Main.class, file, port);
        started.heard();
        return started;
    }

    @Override
    public void close() throws InterruptedException {
        jvm.kill();
    }

    static class Main {
        public static void main(String[] fileAndPort) throws Exception {
            Quiet.please();
            var server = new MongoServer(new CommittingBackend(fileAndPort[0]));
            server.bind(new InetSocketAddress("127.0.0.1", Integer.parseInt(fileAndPort[1])));
            ForkedJvm.say("open");
        }
    }
}
