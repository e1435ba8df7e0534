package dev.qapi.gateway.problem;

import dev.qapi.eservice.Failure;
import dev.qapi.eservice.NotACitizen;
import dev.qapi.eservice.NotIssued;
import dev.qapi.eservice.Objection;
import dev.qapi.eservice.Register;
import dev.qapi.eservice.Reliance;
import dev.qapi.eservice.Stale;
import dev.qapi.gateway.correlation.Correlation;
import dev.qapi.gateway.problem.Problem.FieldError;
import io.netty.channel.ChannelException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.security.web.server.csrf.CsrfException;
import org.springframework.security.web.server.firewall.ServerExchangeRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;

/** Turns whatever went wrong into a {@link Problem} in the reader's language. */
@Component
public class Problems {

    private final Catalogue catalogue;

    Problems(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What the reader of this exchange is told about {@code error}. */
    public Problem of(Throwable error, ServerWebExchange exchange) {
        return switch (error) {
            case Failure failure -> of(failure, exchange);
            case TooMany many -> of(many.code(), Register.GATEWAY, many.retryAfter(), null, List.of(), exchange);
            case Refusal refusal ->
                of(refusal.code(), Register.GATEWAY, refusal.retryAfter(), null, List.of(), exchange);
            case Stale _ -> of("00021", Register.GATEWAY, null, null, List.of(), exchange);
            case Objection objection ->
                of(
                        new MalformedFields(List.of(new MalformedFields.Field(objection.pointer(), objection.rule()))),
                        exchange);
            case MalformedFields malformed ->
                of("00300", Register.GATEWAY, null, null, errors(malformed, exchange), exchange);
            case ServerWebInputException input
            when isParameter(input.getMethodParameter()) ->
                of(MalformedFields.of(Objects.requireNonNull(input.getMethodParameter()), input), exchange);
            default -> of(code(error), Register.GATEWAY, null, null, List.of(), exchange);
        };
    }

    private static boolean isParameter(@Nullable MethodParameter parameter) {
        return parameter != null
                && (parameter.hasParameterAnnotation(RequestParam.class)
                        || parameter.hasParameterAnnotation(PathVariable.class));
    }

    private Problem of(Failure failure, ServerWebExchange exchange) {
        var reliance = switch (failure) {
            case Failure.NotFound _, Failure.Ambiguous _ -> null;
            case Failure.Unavailable _, Failure.Untrusted _, Failure.Undecided _ -> Reliance.DO_NOT_RELY;
        };
        var retryAfter = failure.retryAfter().isZero() ? null : failure.retryAfter();
        return of(failure.code(), failure.register(), retryAfter, reliance, List.of(), exchange);
    }

    private Problem of(
            String code,
            Register register,
            @Nullable Duration retryAfter,
            @Nullable Reliance reliance,
            List<FieldError> errors,
            ServerWebExchange exchange) {
        var entry = catalogue.byCode(code);
        var language = language(exchange);
        return new Problem(
                "/problems/" + entry.slug(),
                entry.title(language),
                entry.status(),
                sentence(entry.detail(language).replace("{register}", catalogue.name(register, language))),
                code,
                register.name(),
                retryAfter == null ? null : retryAfter.toSeconds(),
                reliance,
                Correlation.of(exchange).traceId(),
                errors);
    }

    private List<FieldError> errors(MalformedFields malformed, ServerWebExchange exchange) {
        return malformed.fields().stream()
                .map(field -> new FieldError(
                        field.pointer(),
                        field.rule().code(),
                        catalogue.byCode(field.rule().code()).detail(language(exchange))))
                .toList();
    }

    private static String code(Throwable error) {
        return switch (error) {
            case ServerExchangeRejectedException _ -> "00400";
            case DataBufferLimitException _ -> "00413";
            case LoginNotCompleted _ -> "00105";
            case CsrfException _ -> "00106";
            case NotIssued _ -> "00020";
            case NotACitizen _ -> "00023";
            case ChannelException _ -> "00408"; // the body paused, or took too long as a whole
            case ResponseStatusException status ->
                switch (status.getStatusCode().value()) {
                    case 401 -> "00102";
                    case 403 -> "00104";
                    case 404 -> "00404";
                    case 405 -> "00405";
                    case 406 -> "00406";
                    case 413 -> "00413";
                    case 415 -> "00415";
                    case 421 -> "00421";
                    case 400 -> status.getCause() instanceof DataBufferLimitException ? "00413" : "00400";
                    default -> "00000";
                };
            default -> "00000";
        };
    }

    /** A register's name may begin the sentence, and names begin small in the middle of one. */
    private static String sentence(String text) {
        var first = text.codePointAt(0);
        var capital = first == 'i' ? 'İ' : Character.toTitleCase(first);
        return Character.toString(capital) + text.substring(Character.charCount(first));
    }

    private static String language(ServerWebExchange exchange) {
        var locale = exchange.getLocaleContext().getLocale();
        return (locale == null ? Locale.of("az") : locale).getLanguage();
    }
}
