package dev.qapi.mock.exchange;

import com.github.tomakehurst.wiremock.http.Request;
import dev.qapi.mock.faults.Reply;
import dev.qapi.mock.registers.Registers.Route;
import java.util.Optional;

/** A system that carries calls to registers. */
interface Carrier {

    /** As faults name it. */
    String system();

    /** Whether a path is one of its own. */
    boolean carries(String path);

    /** @param route empty if no register answers there */
    Reply answer(Request request, Optional<Route> route);
}
