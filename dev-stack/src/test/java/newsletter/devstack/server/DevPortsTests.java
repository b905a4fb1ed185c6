package newsletter.devstack.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import newsletter.devstack.engine.Ports;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DevPortsTests {

    private final DevPorts ports = new DevPorts(Ports.free(), Ports.free(), Ports.free(), Ports.free(), Ports.free());

    private final Service service = new Service("subscription-service", "public site", List.of(), Ports.free(),
            Ports.free(), Map.of());

    @Test
    void freePortsAreFine() {
        assertThatCode(() -> ports.checkFree(List.of(service))).doesNotThrowAnyException();
    }

    @Test
    void eachTakenPortIsNamedWithWhatNeedsItAndHowToFindOut() throws IOException {
        try (var site = new ServerSocket(service.port());
                var kafka = new ServerSocket(ports.kafka(), 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> ports.checkFree(List.of(service)))
                .withMessageContaining("Port " + site.getLocalPort() + " is taken, and is needed for: public site.\n")
                .withMessageContaining("Port " + kafka.getLocalPort() + " is taken, and is needed for: Kafka.\n")
                .withMessageContaining("lsof -nP -iTCP:" + site.getLocalPort())
                .withMessageNotContaining("PostgreSQL");
        }
    }

}
