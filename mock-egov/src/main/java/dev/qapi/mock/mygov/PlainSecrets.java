package dev.qapi.mock.mygov;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Clients' secrets stand in the simulation's settings as they are; a slow hash would hide nothing and cost every call. */
final class PlainSecrets implements PasswordEncoder {

    @Override
    public @Nullable String encode(@Nullable CharSequence secret) {
        return secret == null ? null : secret.toString();
    }

    @Override
    public boolean matches(@Nullable CharSequence given, @Nullable String secret) {
        return given != null
                && secret != null
                && MessageDigest.isEqual(given.toString().getBytes(UTF_8), secret.getBytes(UTF_8));
    }
}
