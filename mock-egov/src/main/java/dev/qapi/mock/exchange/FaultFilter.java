package dev.qapi.mock.exchange;

import dev.qapi.mock.faults.Faults;
import dev.qapi.mock.faults.Reply;
import dev.qapi.mock.faults.Target;
import dev.qapi.mock.registers.Government;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Lets a server that is not WireMock fail and think as the others do: myGov, which is a register and a system in one. */
public final class FaultFilter extends OncePerRequestFilter {

    private static final String NAME = "MYGOV";

    /** Those that may stand more than once, or that the server writes by itself. */
    private static final Set<String> KEPT = Set.of("Set-Cookie", "Content-Length", "Content-Type");

    private final Faults faults;
    private final Government government;
    private final Calls calls;

    /** @param calls where they are noted */
    public FaultFilter(Faults faults, Government government, Calls calls) {
        this.faults = faults;
        this.government = government;
        this.calls = calls;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var kept = new Kept(response);
        chain.doFilter(request, kept);
        var operation = request.getRequestURI().substring(1);
        var good = good(kept);
        var told = faults.spoil(
                new Target(NAME, NAME, operation),
                request.getHeader("Qapi-Fault"),
                request.getRequestURL().toString(),
                good);
        calls.note(new Calls.Call(government.now(), NAME, NAME, operation, told.status()));
        kept.resetBuffer();
        kept.setStatus(told.status());
        told.headersToTheProxy().forEach((name, value) -> {
            if (!KEPT.contains(name)) {
                kept.setHeader(name, value);
            } else if (name.equals("Content-Type")) {
                kept.setContentType(value);
            }
        });
        kept.getOutputStream().write(told.body());
        kept.copyBodyToResponse();
    }

    /** Leaves nothing to the client before the last word: a redirect is a reply like any other. */
    private static final class Kept extends ContentCachingResponseWrapper {

        Kept(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void sendRedirect(String location) {
            setStatus(SC_FOUND);
            setHeader("Location", location);
        }

        @Override
        public void sendError(int status) {
            setStatus(status);
        }

        @Override
        public void sendError(int status, String message) {
            setStatus(status);
        }
    }

    private static Reply good(ContentCachingResponseWrapper kept) {
        var headers = new LinkedHashMap<String, String>();
        Collection<String> names = kept.getHeaderNames();
        names.stream().filter(name -> !KEPT.contains(name)).forEach(name -> headers.put(name, kept.getHeader(name)));
        if (kept.getContentType() != null) {
            headers.put("Content-Type", kept.getContentType());
        }
        return new Reply(kept.getStatus(), headers, kept.getContentAsByteArray(), null, null);
    }
}
