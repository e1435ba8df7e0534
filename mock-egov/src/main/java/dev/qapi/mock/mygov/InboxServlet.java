package dev.qapi.mock.mygov;

import dev.qapi.identifier.Malformed;
import dev.qapi.identifier.Malformed.Rule;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/** The inbox over HTTP; the security filter has let in only who may use it. Identifiers stand in bodies, never in a URL. */
final class InboxServlet extends HttpServlet {

    static final String PATH = "/inbox/v1/messages";
    static final String SEARCH = PATH + "/search";

    private static final long serialVersionUID = 1L;
    private static final int LARGEST = 64 * 1024;

    private final transient InboxService service;

    InboxServlet(InboxService service) {
        this.service = service;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        send(response, answer(request));
    }

    private InboxService.Reply answer(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            return InboxService.refusal(413, "Client.TooLarge", "The body is too large.");
        }
        try {
            return request.getServletPath().equals(SEARCH)
                    ? service.search(read(body, InboxJson.Search.class))
                    : service.post(read(body, InboxJson.Post.class));
        } catch (JacksonException | Malformed withTheValues) {
            return InboxService.refusal(
                    400, "Client.BadRequest", "The body is not JSON, or a field is missing, unknown or malformed.");
        }
    }

    private static <T> T read(byte[] body, Class<T> type) {
        @Nullable T value = InboxJson.STRICT.readValue(body, type);
        if (value == null) {
            throw new Malformed(Rule.BODY);
        }
        return value;
    }

    private static void send(HttpServletResponse response, InboxService.Reply reply) throws IOException {
        response.setStatus(reply.status());
        response.setContentType("application/json");
        response.getOutputStream().write(InboxJson.STRICT.writeValueAsBytes(reply.body()));
    }
}
