package dev.qapi.gateway.files;

import dev.qapi.eservice.Upload;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.BindingContext;
import org.springframework.web.reactive.result.method.SyncHandlerMethodArgumentResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;

/** Gives a route the {@link Upload} that is the request's body; what the client calls it does not count. */
final class UploadArgument implements SyncHandlerMethodArgumentResolver {
    private final Uploads uploads;

    UploadArgument(Uploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Upload.class;
    }

    @Override
    public Upload resolveArgumentValue(MethodParameter parameter, BindingContext binding, ServerWebExchange exchange) {
        var request = exchange.getRequest();
        if (request.getHeaders().containsHeader(HttpHeaders.CONTENT_ENCODING)) {
            throw new UnsupportedMediaTypeStatusException("packed");
        }
        return () -> uploads.store(request.getBody(), request.getHeaders().getContentLength());
    }
}
