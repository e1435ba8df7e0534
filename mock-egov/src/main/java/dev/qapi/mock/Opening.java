package dev.qapi.mock;

import com.github.tomakehurst.wiremock.common.FatalStartupException;
import java.io.IOException;

/** Opens something at a port of the row. */
@FunctionalInterface
interface Opening<T> {

    T open() throws IOException;

    /** @throws MockPortInUse if something else listens there */
    static <T> T at(Settings settings, int place, Opening<T> opening) {
        try {
            return opening.open();
        } catch (IOException | FatalStartupException e) {
            throw new MockPortInUse(settings.address(place).getPort(), settings.port(), e);
        }
    }
}
