package dev.qapi.gateway.portal;

import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/** What the API answered: an answer's envelope or a problem. */
record Reply(int status, HttpHeaders headers, Map<String, Object> body) {

    boolean isAnswer() {
        return HttpStatusCode.valueOf(status).is2xxSuccessful();
    }
}
