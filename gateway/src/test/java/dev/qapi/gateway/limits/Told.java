package dev.qapi.gateway.limits;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a guesser was told.
 *
 * @param said status and body, but for the moment
 * @param headers and their values, but for those that count down or depend on whether Redis was in time
 */
record Told(String route, Kind kind, long nanos, String said, Set<String> headers) {

    enum Kind {
        /** A person there is, with a birth date that is not theirs. */
        WRONG,
        /** Nobody. */
        UNKNOWN,
        /** Somebody who has been guessed at too often. */
        LIMITED
    }

    private static final Set<String> MOVING =
            Set.of("date", "ratelimit-limit", "ratelimit-remaining", "ratelimit-reset", "traceparent");

    static Told of(String route, Kind kind, long nanos, HttpResponse<String> answer) {
        var headers = answer.headers().map().entrySet().stream()
                .map(header -> {
                    var name = header.getKey().toLowerCase(Locale.ROOT);
                    return MOVING.contains(name) ? name : name + '=' + header.getValue();
                })
                .collect(Collectors.toSet());
        var said = answer.statusCode() + answer.body().replaceAll("\"asOf\":\"[^\"]{25}\"", "\"asOf\":\"\"");
        return new Told(route, kind, nanos, said, headers);
    }

    static double median(List<Told> told, Kind kind) {
        var sorted = times(told, kind);
        return sorted[sorted.length / 2];
    }

    /** How well a threshold tells the two apart (Mann and Whitney): a half is not at all. */
    static double auc(List<Told> told, Kind one, Kind other) {
        var ones = times(told, one);
        var others = times(told, other);
        var longer = 0.0;
        for (var a : ones) {
            for (var b : others) {
                longer += a > b ? 1 : a == b ? 0.5 : 0;
            }
        }
        return longer / ones.length / others.length;
    }

    private static double[] times(List<Told> told, Kind kind) {
        return told.stream()
                .filter(one -> one.kind() == kind)
                .mapToDouble(Told::nanos)
                .sorted()
                .toArray();
    }
}
