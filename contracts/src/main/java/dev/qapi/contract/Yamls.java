package dev.qapi.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** YAML as OpenAPI means it: a date is a text, a key is not given twice. */
final class Yamls {

    private Yamls() {}

    static Node read(Resource file) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(1000);
        var dump = new DumperOptions();
        try (var in = file.getInputStream()) {
            var yaml = new Yaml(new SafeConstructor(options), new Representer(dump), dump, options, new NoTimestamps());
            return new Node(yaml.load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class NoTimestamps extends Resolver {
        @Override
        public void addImplicitResolver(Tag tag, Pattern shape, String first, int limit) {
            if (tag != Tag.TIMESTAMP) {
                super.addImplicitResolver(tag, shape, first, limit);
            }
        }
    }
}
