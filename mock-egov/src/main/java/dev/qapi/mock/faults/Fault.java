package dev.qapi.mock.faults;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways in which the government's systems fail, numbered as in the fault matrix. */
@SuppressWarnings("ImmutableEnumChecker") // the list cannot be changed
public enum Fault {
    F01("connection refused", Level.CONNECTION),
    F02("black hole: SYNs are dropped", Level.CONNECTION),
    F03("accepts, never answers", Level.WIRE),
    F04("slow, but within the client's patience", Level.WIRE),
    F05("slower than the client's patience", Level.WIRE),
    F06("reset on accept", Level.CONNECTION),
    F07("reset in mid-body", Level.WIRE),
    F08("end (FIN) in mid-body", Level.WIRE),
    F09("closed before any header", Level.WIRE),
    F10("random bytes", Level.WIRE),
    F11("malformed chunk", Level.WIRE),
    F12("truncated JSON", Level.CONTENT),
    F13("required field missing", Level.CONTENT, "without-outcome", "empty", "foreign"),
    F14("nothing said", Level.CONTENT, "empty", "null", "no-content"),
    F15("outcome unknown or of the wrong type", Level.CONTENT, "unknown", "number", "true", "list"),
    F16("key twice, or something behind the end", Level.CONTENT, "duplicate", "trailing"),
    F17("maintenance page with status 200", Level.CONTENT, "html", "html-as-json"),
    F18("answer about another person", Level.CONTENT),
    F19("answer of another moment", Level.CONTENT, "old", "future", "absent"),
    F20("server error", Level.STATUS, "500", "502", "504"),
    F21("503 with Retry-After", Level.STATUS, RetryAfter.VARIANTS),
    F22("429 with Retry-After", Level.STATUS, RetryAfter.VARIANTS),
    F23("our credential is refused", Level.STATUS, "401", "403"),
    F24("404 that no register wrote", Level.STATUS, "html", "empty"),
    F25("redirect to another host", Level.STATUS, "302", "307"),
    F26("body of 50 MB", Level.WIRE),
    F27("gzip bomb", Level.CONTENT),
    F28("drip of 1 byte in 100 ms", Level.WIRE),
    F29("impossible headers", Level.WIRE, "large-headers", "illegal-bytes"),
    F30("expired certificate", Level.TLS),
    F31("certificate of another host", Level.TLS),
    F32("certificate of an unknown authority", Level.TLS),
    F33("broken handshake", Level.TLS, "tls-1.1", "stalls"),
    F34("flapping: half of the calls are reset", Level.WIRE),
    F35("down for 10 s, then healthy", Level.CONNECTION),
    F36("JSON nested 10 000 deep", Level.CONTENT),
    F37("no name", Level.NAME, "nxdomain", "silent"),
    F38("one of several sources fails", Level.SOURCE);

    private final String words;
    private final Level level;
    private final List<String> variants;

    Fault(String words, Level level, String... variants) {
        this.words = words;
        this.level = level;
        this.variants = List.of(variants);
    }

    /** What it is called in English. */
    public String words() {
        return words;
    }

    /** Where it acts. */
    public Level level() {
        return level;
    }

    /** Its variants, that which is meant without a word first; none if there is only one way. */
    public List<String> variants() {
        return variants;
    }

    /** @throws BadInjection if there is none */
    static Fault of(String id) {
        try {
            return valueOf(id.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new BadInjection("fault", "There is no fault " + id + "; there are F01 to F38.");
        }
    }

    /**
     * @param name null for the first
     * @throws BadInjection if there is none
     */
    String variant(@Nullable String name) {
        var first = variants.isEmpty() ? "" : variants.getFirst();
        if (name != null && !name.isEmpty() && !variants.contains(name)) {
            throw new BadInjection("variant", "Of " + this + " there is " + variants + ", not " + name + ".");
        }
        return name == null || name.isEmpty() ? first : name;
    }
}
