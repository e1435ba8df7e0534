package dev.qapi.mock;

import dev.qapi.mock.faults.Faults;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the simulated government is to be.
 *
 * @param bind the address it listens on
 * @param port of the page and the administration, the systems' ports follow it; 0 for any free ones
 * @param clock by which registers say as of when they answer
 * @param seed the same seed and size are the same country
 * @param size how many people there are beside the personas
 * @param disagreement the share of people whom one register holds otherwise than the others
 * @param patience the gateway's response timeout, which "slow" and "too slow" (F04, F05) are relative to
 * @param slow whether registers think as long as real ones do
 * @param vmmsLag how long after a payment VMMS knows of it
 * @param iamasLag how long after that İAMAS does
 * @param gateway where people come back to from the login
 * @param myGov where browsers and the gateway find myGov, null if at its door on this machine
 * @param file where what was done outlives a restart, null if it should not
 */
public record Settings(
        InetAddress bind,
        int port,
        Clock clock,
        long seed,
        int size,
        double disagreement,
        Duration patience,
        boolean slow,
        Duration vmmsLag,
        Duration iamasLag,
        URI gateway,
        @Nullable URI myGov,
        @Nullable Path file) {

    /** Whom ASAN Bridge and myGov know as the gateway. */
    public static final String CLIENT = "qapi-gateway";

    /** Its secret: everybody knows it, and there is nothing to protect. */
    public static final String SECRET = "sandbox";

    /** The secret of {@code qapi-inbox}, who may send messages; no two clients may have the same. */
    public static final String INBOX_SECRET = "sandbox-inbox";

    static final String GATEWAY = "http://localhost:8080";

    private static final int PEOPLE = 20_000;
    private static final double DISAGREEMENT = 0.02;

    /** For tests: any free ports, nobody thinks, payments are known everywhere at once. */
    public static Settings quick(Clock clock) {
        return new Settings(
                InetAddress.ofLiteral("127.0.0.1"),
                0,
                clock,
                42,
                PEOPLE,
                DISAGREEMENT,
                Faults.PATIENCE,
                false,
                Duration.ZERO,
                Duration.ZERO,
                URI.create(GATEWAY),
                null,
                null);
    }

    /** The same at a port. */
    public Settings at(int other) {
        return new Settings(
                bind, other, clock, seed, size, disagreement, patience, slow, vmmsLag, iamasLag, gateway, myGov, file);
    }

    /** The same, for a gateway that waits so long. */
    public Settings forPatience(Duration other) {
        return new Settings(
                bind, port, clock, seed, size, disagreement, other, slow, vmmsLag, iamasLag, gateway, myGov, file);
    }

    /** The same, with news of payments taking their time. */
    public Settings telling(Duration vmms, Duration iamas) {
        return new Settings(
                bind, port, clock, seed, size, disagreement, patience, slow, vmms, iamas, gateway, myGov, file);
    }

    /** The same, with myGov found where an ingress or the like stands before its door. */
    public Settings publishing(URI other) {
        return new Settings(
                bind, port, clock, seed, size, disagreement, patience, slow, vmmsLag, iamasLag, gateway, other, file);
    }

    /** The same, for people who come back from the login to there. */
    public Settings returningTo(URI other) {
        return new Settings(
                bind, port, clock, seed, size, disagreement, patience, slow, vmmsLag, iamasLag, other, myGov, file);
    }

    /** The same, remembering what was done. */
    public Settings keeping(Path deeds) {
        return new Settings(
                bind, port, clock, seed, size, disagreement, patience, slow, vmmsLag, iamasLag, gateway, myGov, deeds);
    }

    /** Where the one of that place in the row listens. */
    InetSocketAddress address(int place) {
        return new InetSocketAddress(bind, port == 0 ? 0 : port + place);
    }
}
