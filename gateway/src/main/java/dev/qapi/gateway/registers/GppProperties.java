package dev.qapi.gateway.registers;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the Government Payment Portal is: no exchange layer leads to it.
 *
 * @param url the address below which its paths begin
 */
@ConfigurationProperties("qapi.gpp")
record GppProperties(@Nullable URI url) {}
