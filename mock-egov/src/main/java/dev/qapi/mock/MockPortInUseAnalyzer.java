package dev.qapi.mock;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Tells whoever started it what to do, instead of a stack trace. */
class MockPortInUseAnalyzer extends AbstractFailureAnalyzer<MockPortInUse> {

    private static final int ELSEWHERE = 10_000;

    @Override
    protected FailureAnalysis analyze(Throwable failure, MockPortInUse cause) {
        var other = cause.first() + (cause.first() < 50_000 ? ELSEWHERE : -ELSEWHERE);
        return new FailureAnalysis(
                cause.getMessage(),
                "Stop what listens there, or choose another and start again: export QAPI_MOCK_PORT=" + other,
                cause);
    }
}
