package dev.qapi.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Starts those that are installed. */
final class Peers {

    private static final int REDIS = 18_379;
    private static final int MONGO = 18_017;
    private static final String NGINX = "/usr/sbin/nginx";
    private static final String VARNISH = "/usr/sbin/varnishd";

    final List<Peer> all = new ArrayList<>();
    final List<String> missing = new ArrayList<>();
    private final Path work;
    private final int upstream;
    private final Tokens tokens;
    private int port = 18_100;

    Peers(Path work, int upstream, Tokens tokens) {
        this.work = work;
        this.upstream = upstream;
        this.tokens = tokens;
    }

    void stores() throws IOException {
        var stores = new ProcessBuilder(java("Stores", List.of(), Integer.toString(REDIS), Integer.toString(MONGO)))
                .redirectErrorStream(true)
                .redirectOutput(work.resolve("stores.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(stores::destroy));
    }

    void nginx() throws IOException {
        var own = port++;
        if (isThere("nginx", NGINX)) {
            var conf = written("nginx", "nginx.conf", own);
            add("nginx proxy_cache", own, "nginx", Dialect.path(""), List.of(NGINX, "-c", conf, "-p", work.toString()));
        }
    }

    void varnish() throws IOException {
        var own = port++;
        if (isThere("Varnish", VARNISH)) {
            var vcl = written("varnish", "default.vcl", own);
            var command = List.of(
                    VARNISH, "-F", "-a", "127.0.0.1:" + own, "-f", vcl, "-s", "malloc,256m",
                    "-n", work.resolve("varnish/own").toString(), "-p", "thread_pools=1");
            add("Varnish", own, "varnish", Dialect.path(""), command);
        }
    }

    void springCloud() throws Exception {
        var own = port++;
        var settings = List.of(
                "--server.port=" + own,
                "--upstream=" + upstream,
                "--redis=redis://127.0.0.1:" + REDIS,
                "--spring.config.location=file:" + Path.of("peers/scg.yaml").toAbsolutePath());
        add(
                "Spring Cloud Gateway",
                own,
                "scg",
                Dialect.path(tokens.token("JWT")),
                java("SpringCloud", List.of("-Xmx384m"), settings.toArray(String[]::new)));
    }

    void gateway(String name, Path jar) throws Exception {
        var own = port++;
        var folder = "gateway-" + own;
        var command = new ArrayList<>(List.of(
                runtime(),
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                jar.toString()));
        var address = "http://127.0.0.1:" + upstream;
        command.addAll(List.of(
                "--server.port=" + own,
                "--management.server.port=" + port++,
                "--REDIS_URL=redis://127.0.0.1:" + REDIS,
                "--MONGODB_URI=mongodb://127.0.0.1:" + MONGO + "/" + folder,
                "--qapi.secret=" + Base64.getEncoder().encodeToString((folder + "-".repeat(32)).substring(0, 32).getBytes()),
                "--qapi.data=" + work.resolve(folder).resolve("data"),
                "--qapi.ehis.url=" + address,
                "--qapi.gpp.url=" + address + "/gpp/v1",
                "--qapi.portals.issuer=" + Tokens.ISSUER,
                "--qapi.portals.jwks-uri=" + address + "/jwks",
                "--qapi.portals.audience=" + Tokens.AUDIENCE,
                "--qapi.limits.generosity=100000"));
        var extra = System.getenv("BENCH_JAVA_OPTIONS");
        if (extra != null) {
            command.addAll(1, List.of(extra.split(" ")));
        }
        add(name, own, folder, Dialect.portal(tokens.token("at+jwt")), command);
    }

    private void add(String name, int own, String folder, Dialect dialect, List<String> command) throws IOException {
        System.out.println("starting " + name);
        var peer = new Peer(name, own, work.resolve(folder), dialect, command);
        try {
            peer.await();
            Thread.sleep(1000);
            peer.idleMebibytes = peer.mebibytes();
            all.add(peer);
        } catch (IllegalStateException | InterruptedException silent) {
            System.out.println(silent.getMessage());
            missing.add(name + " (did not answer)");
            peer.stop();
        }
    }

    private boolean isThere(String name, String binary) {
        var there = Files.isExecutable(Path.of(binary));
        if (!there) {
            missing.add(name + " (not installed)");
        }
        return there;
    }

    private String written(String folder, String file, int own) throws IOException {
        var target = Files.createDirectories(work.resolve(folder)).resolve(file);
        Files.writeString(
                target,
                Files.readString(Path.of("peers", file))
                        .replace("FOLDER", work.resolve(folder).toString())
                        .replace("UPSTREAM", Integer.toString(upstream))
                        .replace("PORT", Integer.toString(own)));
        return target.toString();
    }

    private static List<String> java(String main, List<String> options, String... arguments) {
        var command = new ArrayList<>(List.of(runtime()));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.qapi.bench." + main));
        command.addAll(List.of(arguments));
        return command;
    }

    private static String runtime() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
