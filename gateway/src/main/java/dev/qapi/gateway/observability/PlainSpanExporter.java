package dev.qapi.gateway.observability;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** On the exporter's thread, not on a request's. */
record PlainSpanExporter(SpanExporter receiver) implements SpanExporter {

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return receiver.export(spans.stream().<SpanData>map(PlainSpan::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return receiver.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return receiver.shutdown();
    }
}
