package newsletter.devstack.engine;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PortsTests {

    @Test
    void aFreePortIsFreeUntilTaken() throws IOException {
        int port = Ports.free();
        assertThat(Ports.isFree(port)).isTrue();
        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.isBound()).isTrue();
            assertThat(Ports.isFree(port)).isFalse();
        }
        assertThat(Ports.isFree(port)).isTrue();
    }

    @Test
    void nobodyElseIsGivenThePortOfAServerThatIsDown() throws IOException, InterruptedException {
        List<Integer> ours = Stream.generate(Ports::free).limit(20).toList();
        assertThat(ours).doesNotHaveDuplicates();
        Process other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                "target/classes" + File.pathSeparator + "target/test-classes", PortUser.class.getName())
            .start();
        List<Integer> theirs = other.inputReader().lines().map(Integer::valueOf).toList();
        assertThat(other.waitFor()).isZero();
        assertThat(theirs).hasSize(20).doesNotContainAnyElementsOf(ours);
    }

}
