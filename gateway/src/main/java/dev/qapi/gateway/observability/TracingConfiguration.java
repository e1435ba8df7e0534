package dev.qapi.gateway.observability;

import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SpanExporters;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nothing is recorded unless somebody has said where traces go; what leaves has been through {@link PlainSpan}. */
@Configuration(proxyBeanMethods = false)
class TracingConfiguration {

    @Bean
    Sampler sampler(ObjectProvider<OtlpTracingConnectionDetails> receiver, TracingProperties properties) {
        return new OwnSampler(
                receiver.getIfAvailable() == null
                        ? Sampler.alwaysOff()
                        : Sampler.traceIdRatioBased(properties.getSampling().getProbability()));
    }

    @Bean
    SpanExporters plainSpanExporters(ObjectProvider<SpanExporter> exporters) {
        return SpanExporters.of(
                exporters.orderedStream().map(PlainSpanExporter::new).toList());
    }
}
