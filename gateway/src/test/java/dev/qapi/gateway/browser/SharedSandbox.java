package dev.qapi.gateway.browser;

import dev.qapi.gateway.support.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** One sandbox and one browser for all classes that ask for them: both take longer to start than most tests to run. */
final class SharedSandbox implements ParameterResolver {

    private record Started(Path data, Sandbox sandbox, Chromium chromium) implements AutoCloseable {

        static Started now() {
            try {
                var data = Files.createTempDirectory("qapi-browser");
                var sandbox = Sandbox.on(data, "qapi.limits.generosity=1000", "qapi.redis.patience=2s");
                return new Started(data, sandbox, new Chromium(sandbox.port()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            chromium.close();
            sandbox.close();
            FileSystemUtils.deleteRecursively(data);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        var type = parameter.getParameter().getType();
        return type == Chromium.class || type == Sandbox.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var started = test.getRoot()
                .getStore(Namespace.create(SharedSandbox.class))
                .computeIfAbsent(Started.class, _ -> Started.now(), Started.class);
        started.chromium().complaints.clear();
        return parameter.getParameter().getType() == Chromium.class ? started.chromium() : started.sandbox();
    }
}
