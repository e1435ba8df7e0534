package dev.qapi.gateway.portal;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * What the API answered: an answer's envelope or a problem.
 *
 * @param paper the answer itself where it is one to be saved, else empty
 */
record Reply(int status, HttpHeaders headers, Map<String, Object> body, byte[] paper) {
    Reply(int status, HttpHeaders headers, Map<String, Object> body) {
        this(status, headers, body, new byte[0]);
    }

    boolean isPaper() {
        return paper.length > 0;
    }

    boolean isAnswer() {
        return HttpStatusCode.valueOf(status).is2xxSuccessful();
    }
}
