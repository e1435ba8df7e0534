package dev.qapi.gateway.observability;

import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.netty4.NettyAllocatorMetrics;
import io.micrometer.core.instrument.binder.netty4.NettyEventExecutorMetrics;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/** Whether the event loops keep up, and how much memory their buffers hold outside the heap. */
@Configuration(proxyBeanMethods = false)
class NettyMeters {

    @Bean
    MeterBinder eventLoops(ReactorResourceFactory resources) {
        return meters ->
                new NettyEventExecutorMetrics(resources.getLoopResources().onServer(true)).bindTo(meters);
    }

    @Bean
    MeterBinder buffers() {
        return meters -> {
            if (ByteBufAllocator.DEFAULT instanceof ByteBufAllocatorMetricProvider allocator) {
                new NettyAllocatorMetrics(allocator).bindTo(meters);
            }
        };
    }
}
