package dev.qapi.mock.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NameServerTest {

    private NameServer server;

    @BeforeEach
    void start() throws IOException {
        server = NameServer.start(0);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void everyNameOfTheZoneIsThisMachineForASecond() throws IOException {
        var answer = Dns.ask(server, "EHIS.egov.test", Dns.A);

        assertThat(answer.code()).isZero();
        assertThat(answer.answers()).isEqualTo(1);
        assertThat(answer.end(10)).containsExactly(0, 0, 0, 1, 0, 4, 127, 0, 0, 1);
    }

    @Test
    void hasNoAddressOfVersionSix() throws IOException {
        assertThat(Dns.ask(server, "ehis.egov.test", Dns.AAAA))
                .returns(0, Dns::code)
                .returns(0, Dns::answers);
    }

    @Test
    void knowsNoOtherName() throws IOException {
        assertThat(Dns.ask(server, "ehis.example", Dns.A)).returns(3, Dns::code).returns(0, Dns::answers);
    }

    @Test
    void forgetsANameAndFindsItAgain() throws IOException {
        server.fail("ehis.egov.test", NameFault.NXDOMAIN);
        assertThat(Dns.ask(server, "ehis.egov.test", Dns.A).code()).isEqualTo(3);
        assertThat(Dns.ask(server, "gpp.egov.test", Dns.A).code()).isZero();
        server.fail("ehis.egov.test", NameFault.NONE);
        assertThat(Dns.ask(server, "ehis.egov.test", Dns.A).code()).isZero();
    }

    @Test
    void isSilentAboutAName() throws IOException {
        server.fail("ehis.egov.test", NameFault.SILENT);
        assertThatThrownBy(() -> Dns.ask(server, "ehis.egov.test", Dns.A)).isInstanceOf(SocketTimeoutException.class);
        assertThat(Dns.ask(server, "gpp.egov.test", Dns.A).code()).isZero();
    }

    @Test
    void survivesWhatIsNoQuestion() throws IOException {
        Dns.send(server, new byte[0]);
        Dns.send(server, new byte[] {1, 2, 3});
        assertThat(Dns.ask(server, "ehis.egov.test", Dns.A).code()).isZero();
    }
}
