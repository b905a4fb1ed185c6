package newsletter.endtoend.people;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.awaitility.Awaitility;

import newsletter.endtoend.world.Records;
import newsletter.endtoend.world.World;

import static org.assertj.core.api.Assertions.assertThat;

/** The ledger, as anybody may see it: its signed checkpoint. */
public final class Ledger {

    private final World world;

    private final Reader reader = new Reader();

    public Ledger(World world) {
        this.world = world;
    }

    /**
     * How much is in the ledger, and the hash of it all.
     *
     * @param root Base64
     */
    public record Checkpoint(String origin, long size, String root) {
    }

    /** The one that is shown now. */
    public Checkpoint checkpoint() {
        Page page = this.reader.open(this.world.audit().uri().resolve("/checkpoint"));
        assertThat(page.status()).isEqualTo(200);
        String[] lines = new String(page.bytes(), StandardCharsets.UTF_8).split("\n");
        assertThat(lines).as("a signed note").hasSizeGreaterThan(4);
        assertThat(lines[3]).isEmpty();
        assertThat(lines[4]).startsWith("— " + lines[0]);
        return new Checkpoint(lines[0], Long.parseLong(lines[1]), lines[2]);
    }

    /** The one that covers all that is on the topics. */
    public Checkpoint settled() {
        new Records(this.world.kafka()).awaitRead();
        Checkpoint[] last = { checkpoint() };
        Awaitility.await("the checkpoint to cover everything")
            .during(Duration.ofSeconds(3))
            .atMost(Duration.ofSeconds(60))
            .until(() -> {
                Checkpoint now = checkpoint();
                boolean same = now.equals(last[0]);
                last[0] = now;
                return same;
            });
        return last[0];
    }

}
