package dev.qapi.mock.exchange;

import com.github.tomakehurst.wiremock.common.Notifier;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/** WireMock tells whole requests, identifiers included: only that something went wrong is worth a line, and only on demand. */
final class Quiet implements Notifier {

    private static final Log LOG = LogFactory.getLog(Quiet.class);

    @Override
    public void info(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Throwable cause) {
        LOG.debug("The simulated government could not answer", cause);
    }
}
