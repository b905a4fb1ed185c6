package newsletter.audit.reading;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import newsletter.audit.tree.Hash;
import newsletter.events.DeliveryReport.DeliveriesReported;

import static org.assertj.core.api.Assertions.assertThat;

class DeliveryManifestTests {

    private static final List<byte[]> ROWS = List.of("{\"a\":1}".getBytes(StandardCharsets.UTF_8),
            "{\"b\":2}".getBytes(StandardCharsets.UTF_8), "{\"c\":3}".getBytes(StandardCharsets.UTF_8));

    /** The bytes are hashed: another order or another space would be another ledger. */
    @Test
    void itsBytesNeverChange() {
        var report = new DeliveriesReported(UUID.fromString("5c3f1a2e-3b5e-4f0e-9a55-0d6b0c7d8e9f"),
                UUID.fromString("0b6cbf0a-51d6-4f0e-8f6a-3c1d2e3f4a5b"), Instant.EPOCH, "mayor", 2, 1500, List.of());
        assertThat(new String(DeliveryManifest.of(report, ROWS).bytes(), StandardCharsets.UTF_8))
            .isEqualTo("{\"type\":\"delivery-manifest\",\"reportId\":\"5c3f1a2e-3b5e-4f0e-9a55-0d6b0c7d8e9f\","
                    + "\"editionId\":\"0b6cbf0a-51d6-4f0e-8f6a-3c1d2e3f4a5b\",\"newsletterId\":\"mayor\","
                    + "\"sequence\":2,\"planned\":1500,\"count\":3,\"rowsRoot\":\""
                    + "15a780c86283d42c8c13ad385bf96794f2b61becf22ceff08d0255e0551c878f\"}");
    }

    @Test
    void theRootOfTheRowsIsThatOfTheTreeOverThem() {
        Hash expected = Hash.ofNode(Hash.ofNode(Hash.ofLeaf(ROWS.get(0)), Hash.ofLeaf(ROWS.get(1))),
                Hash.ofLeaf(ROWS.get(2)));
        assertThat(DeliveryManifest.rootOf(ROWS)).isEqualTo(expected);
    }

}
