package dev.qapi.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class EhisTest {

    private static final MockEgov EGOV = MockEgov.start(0);
    private static final Call CALL = new Call(EGOV);

    @AfterAll
    static void close() {
        EGOV.close();
    }

    @Test
    void signsWhatItCarried() throws Exception {
        var response = CALL.search(Call.STRANGER);

        assertThat(header(response, "X-Road-Client")).isEqualTo("AZ/GOV/QAPI/GATEWAY");
        assertThat(header(response, "X-Road-Id")).isEqualTo("call-1");
        assertThat(header(response, "X-Road-Service")).isEqualTo("AZ/GOV/DMX/VMMS/applications");
        assertThat(UUID.fromString(header(response, "X-Road-Request-Id"))).isNotNull();
        var request = ("POST " + Call.SEARCH + '\n' + Call.STRANGER).getBytes(StandardCharsets.UTF_8);
        var hash = MessageDigest.getInstance("SHA-512").digest(request);
        assertThat(header(response, "X-Road-Request-Hash"))
                .isEqualTo("sha-512:" + Base64.getEncoder().encodeToString(hash));
        assertThat(response.headers().firstValue("X-Road-Error")).isEmpty();
    }

    @Test
    void refusesACallerWhoDoesNotSayWhoItIs() throws IOException {
        var response = CALL.send("POST", Call.SEARCH, Call.STRANGER);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(header(response, "X-Road-Error")).isEqualTo("Client.MissingHeader");
        assertThat(Call.json(response).path("type").stringValue()).isEqualTo("Client.MissingHeader");
    }

    @Test
    void saysThatNobodyAnswersOnAnUnknownPath() throws IOException {
        for (var path : new String[] {"/elsewhere", "/r1/AZ/GOV/DMX/VMMS/fines/search", "/api/v1/applications/track"}) {
            var response = CALL.send("POST", path, "{}", "X-Road-Client", "AZ/GOV/QAPI/GATEWAY");
            assertThat(response.statusCode()).isEqualTo(404);
            assertThat(header(response, "Content-Type")).isEqualTo("application/json");
            assertThat(header(response, "X-Road-Error")).isEqualTo("Server.ServerProxy.UnknownService");
        }
        assertThat(CALL.send("GET", Call.SEARCH, null).statusCode()).isEqualTo(404);
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws IOException {
        var others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
        assertThat(others).allSatisfy(EhisTest::isRefused);
        new Socket(InetAddress.ofLiteral("127.0.0.1"), EGOV.port()).close();
    }

    private static void isRefused(InetAddress address) {
        Assertions.assertThatIOException().isThrownBy(() -> new Socket(address, EGOV.port()).close());
    }

    private static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElseThrow();
    }
}
