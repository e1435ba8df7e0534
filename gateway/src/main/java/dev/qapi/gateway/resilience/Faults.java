package dev.qapi.gateway.resilience;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.Failure.Outage;
import dev.qapi.eservice.Failure.Unavailable;
import dev.qapi.eservice.Failure.Untrusted;
import dev.qapi.eservice.Register;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.ssl.SslClosedEngineException;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/** What each fault on the way to a register means: to the breaker, to the retry, to the person. */
final class Faults {

    private Faults() {}

    /** A 4xx is an answer about our request; a register that gives one is up. */
    static boolean countsAgainstRegister(Throwable fault) {
        return !(fault instanceof WebClientResponseException answer
                && answer.getStatusCode().is4xxClientError());
    }

    /** Whether asking again at once may help: nobody answered, or somebody behind the register did not. */
    static boolean isTransient(Throwable fault) {
        return switch (fault) {
            case TimeoutException _ -> true;
            case WebClientRequestException request -> outage(request) != Outage.UNREACHABLE;
            case WebClientResponseException answer ->
                (answer.getStatusCode().is5xxServerError() || isCut(answer))
                        && !answer.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER);
            default -> false;
        };
    }

    /** Whether the way failed and not the register, which has said nothing yet: over another one it may answer. */
    static boolean isOfRoute(Throwable fault) {
        return switch (fault) {
            case TimeoutException _, WebClientRequestException _ -> true;
            case CallNotPermittedException _, BulkheadFullException _ -> true;
            case Unavailable _ -> true; // the exchange layer says so
            case Untrusted untrusted -> untrusted.why().equals("redirect");
            case WebClientResponseException answer -> isRefused(answer) || isCut(answer);
            default -> false;
        };
    }

    /** The body ended or broke on its way: a lost connection, or a chunk whose size is no number. */
    private static boolean isCut(WebClientResponseException answer) {
        return answer.getCause() instanceof IOException || answer.getCause() instanceof NumberFormatException;
    }

    /** Not the question, but who asks. */
    private static boolean isRefused(WebClientResponseException answer) {
        return answer.getStatusCode().value() == 401 || answer.getStatusCode().value() == 403;
    }

    static Failure failure(Register register, Throwable fault) {
        return switch (fault) {
            case Failure failure -> failure;
            case CallNotPermittedException _, BulkheadFullException _ ->
                new Unavailable(
                        register,
                        fault instanceof BulkheadFullException ? Outage.LIMITED : Outage.DOWN,
                        Unavailable.USUALLY,
                        fault);
            case TimeoutException _ -> new Unavailable(register, Outage.TIMEOUT, Unavailable.USUALLY, fault);
            case WebClientRequestException request ->
                new Unavailable(register, outage(request), Unavailable.USUALLY, fault);
            case WebClientResponseException answer -> refusal(register, answer);
            default -> new Untrusted(register, "unreadable", fault);
        };
    }

    private static Failure refusal(Register register, WebClientResponseException answer) {
        var status = answer.getStatusCode();
        if (status.value() == 429) {
            return new Unavailable(register, Outage.LIMITED, RetryAfter.of(answer.getHeaders()), answer);
        }
        if (isRefused(answer)) {
            return new Unavailable(register, Outage.DOWN, Unavailable.USUALLY, answer);
        }
        return status.is5xxServerError() || isCut(answer)
                ? new Unavailable(register, Outage.DOWN, RetryAfter.of(answer.getHeaders()), answer)
                : new Untrusted(register, status.is4xxClientError() ? "refused" : "unreadable", answer);
    }

    private static Outage outage(WebClientRequestException request) {
        for (Throwable cause = request; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ConnectTimeoutException _, ReadTimeoutException _, TimeoutException _ -> {
                    return Outage.TIMEOUT;
                }
                case SslHandshakeTimeoutException _ -> {
                    return Outage.TIMEOUT;
                }
                case SSLException tls
                when isDistrust(tls) -> {
                    return Outage.UNREACHABLE;
                }
                case UnknownHostException _ -> {
                    return Outage.UNREACHABLE;
                }
                default -> {}
            }
        }
        return Outage.DOWN;
    }

    /** Not a line lost or too slow in the handshake, which says nothing of who was at its other end; Netty may tell it by words alone. */
    static boolean isDistrust(SSLException fault) {
        var isLost = fault.getCause() instanceof IOException cause && !(cause instanceof SSLException)
                || fault instanceof SslClosedEngineException
                || "Connection closed while SSL/TLS handshake was in progress".equals(fault.getMessage());
        return !isLost && !(fault instanceof SslHandshakeTimeoutException);
    }
}
