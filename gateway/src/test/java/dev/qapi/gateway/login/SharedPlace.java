package dev.qapi.gateway.login;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One {@link LoginPlace} for all tests that need one, opened by the first and closed after the last. */
final class SharedPlace implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == LoginPlace.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(LoginPlace.class))
                .computeIfAbsent(LoginPlace.class, _ -> opened(), LoginPlace.class);
    }

    private static LoginPlace opened() {
        try {
            return new LoginPlace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
