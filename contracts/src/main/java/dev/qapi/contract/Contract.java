package dev.qapi.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * One e-service's contract: an OpenAPI 3.1 document with both hops, the paths that people call ({@code /api/v1/<id>/…})
 * and the register's; or one register's, see {@link #registers()}. A request example and a response example of the same name are one exchange.
 *
 * @param id the e-service or the register, as its file is called
 * @param root the whole document
 */
public record Contract(String id, Node root) {

    /** What people call begins so; every other path is a register's. */
    public static final String PUBLIC = "/api/";

    /** Every e-service's contract on the class path, in the order of their ids. */
    public static List<Contract> all() {
        return OfEServices.ALL;
    }

    /**
     * What the registers of the simulated government understand, in the order of their ids: one document a register,
     * {@code info.x-register} is its name. Paths are relative, since one register is reached over the several
     * {@code servers} that the document names, each with its {@code x-transport}.
     */
    public static List<Contract> registers() {
        return OfRegisters.ALL;
    }

    /** What is on the class path stays as it is, and takes long to read: once a process, by whoever needs it first. */
    private static final class OfEServices {
        static final List<Contract> ALL = at("classpath*:contracts/*.yaml");
    }

    private static final class OfRegisters {
        static final List<Contract> ALL = at("classpath*:contracts/registers/*.yaml");
    }

    private static List<Contract> at(String pattern) {
        try {
            var files = new PathMatchingResourcePatternResolver().getResources(pattern);
            return Arrays.stream(files)
                    .map(Contract::read)
                    .sorted(Comparator.comparing(Contract::id))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Contract read(Resource file) {
        var name = Objects.requireNonNull(file.getFilename());
        return new Contract(name.substring(0, name.length() - ".yaml".length()), Yamls.read(file));
    }

    /** Every exchange of the operations whose path begins with {@code prefix}. */
    public Stream<Exchange> exchanges(String prefix) {
        return operations()
                .filter(operation -> operation.path().startsWith(prefix))
                .flatMap(Operation::exchanges);
    }

    /** Every operation, of both hops. A path that another file describes ({@code $ref}) is an operation of that one. */
    public Stream<Operation> operations() {
        return root.get("paths")
                .entries()
                .flatMap(path -> path.getValue()
                        .entries()
                        .filter(method -> !method.getKey().equals("$ref"))
                        .map(method -> new Operation(
                                this, method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue())));
    }

    /** The schema of that name, a missing node if there is none. */
    public Node schema(String name) {
        return root.get("components").get("schemas").get(name);
    }

    /** {@code node} itself, or what its {@code $ref} points to. */
    public Node resolve(Node node) {
        var reference = node.get("$ref").text();
        if (reference.isEmpty()) {
            return node;
        }
        var target = root;
        for (var step : reference.substring(2).split("/", -1)) {
            target = target.get(step);
        }
        return resolve(target);
    }

    /** The words of a code in {@code az}, {@code ru} or {@code en}: {@code x-words} of the enum's schema. */
    public String words(String schema, String code, String language) {
        return schema(schema).get("x-words").get(code).get(language).text();
    }

    @Override
    public String toString() {
        return id;
    }
}
