package dev.qapi.gateway.observability;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;

/**
 * Decides by the trace's id alone, so that all spans of a trace are recorded or none: a caller's "sampled" would let strangers
 * fill the store of traces. Of what a caller sends only the two ids go on; {@code tracestate} may say anything, and ends here.
 *
 * @param share which traces are recorded
 */
record OwnSampler(Sampler share) implements Sampler {

    private record Decided(SamplingDecision decision) implements SamplingResult {

        @Override
        public SamplingDecision getDecision() {
            return decision;
        }

        @Override
        public Attributes getAttributes() {
            return Attributes.empty();
        }

        @Override
        public TraceState getUpdatedTraceState(TraceState callers) {
            return TraceState.getDefault();
        }
    }

    private static final Decided DROPPED = new Decided(SamplingDecision.DROP);
    private static final Decided RECORDED = new Decided(SamplingDecision.RECORD_AND_SAMPLE);

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        var decision = share.shouldSample(parent, traceId, name, kind, attributes, links)
                .getDecision();
        return decision == SamplingDecision.RECORD_AND_SAMPLE ? RECORDED : DROPPED;
    }

    @Override
    public String getDescription() {
        return "Own{" + share.getDescription() + '}';
    }
}
