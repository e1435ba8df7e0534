package dev.qapi.gateway.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A span of which nothing is left but when it was, how it ended and what of the contracts it was about. Addresses hold what
 * strangers put into paths, texts of exceptions quote what they stumbled over, and a method can be any word.
 */
final class PlainSpan extends DelegatingSpanData {

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("method");
    private static final AttributeKey<String> URI = AttributeKey.stringKey("uri");
    private static final Set<String> TOLD = Set.of("method", "uri", "status", "outcome", "exception", "client.name");

    private final Attributes attributes;

    PlainSpan(SpanData span) {
        super(span);
        this.attributes = span.getAttributes().toBuilder()
                .removeIf(key -> !TOLD.contains(key.getKey()))
                .build();
    }

    /** What comes over HTTP or goes out over it is named by its method and template, all else by the code. */
    @Override
    public String getName() {
        var method = attributes.get(METHOD);
        return method == null ? super.getName() : "http " + method.toLowerCase(Locale.ROOT) + ' ' + attributes.get(URI);
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public int getTotalAttributeCount() {
        return attributes.size();
    }

    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    @Override
    public List<LinkData> getLinks() {
        return List.of();
    }

    @Override
    public int getTotalRecordedLinks() {
        return 0;
    }

    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }
}
