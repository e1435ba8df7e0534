package dev.qapi.gateway.files;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Files that people send.
 *
 * @param largest how large one may be
 * @param unused how long one waits for something to be filed with it before it is gone
 * @param sweep how often each gateway looks for those
 * @param durable how long it may take to store a piece before the file is not accepted
 */
@ConfigurationProperties("qapi.files")
record FilesProperties(
        @DefaultValue("5MB") DataSize largest,
        @DefaultValue("24h") Duration unused,
        @DefaultValue("10m") Duration sweep,
        @DefaultValue("2s") Duration durable) {}
