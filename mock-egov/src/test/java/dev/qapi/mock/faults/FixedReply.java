package dev.qapi.mock.faults;

import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;

/** Says the same to everybody. The path is what the call is for. */
record FixedReply(Faults faults) implements ResponseDefinitionTransformerV2 {

    static final String NAME = "fixed-reply";
    static final String BODY = """
            {"outcome":"MATCHED","asOf":"2026-11-24T20:00:00+04:00","complete":true,\
            "subject":{"documentNumber":"C01234567","birthDate":"1988-02-29","citizenship":"TUR"},"applications":[{"number":"1"}]}""";

    @Override
    public String getName() {
        return NAME;
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        var request = event.getRequest();
        var good = Reply.of(200, "application/json", BODY).with("X-Road-Id", "1");
        return faults.play(Target.parse(request.getUrl().substring(1)), request, good)
                .build();
    }
}
