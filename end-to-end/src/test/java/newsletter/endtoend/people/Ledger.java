package newsletter.endtoend.people;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.awaitility.Awaitility;

import newsletter.endtoend.world.Records;
import newsletter.endtoend.world.Staff;
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
        URI page = this.world.audit().uri().resolve("/ledger");
        Desk desk = Desk.signIn(page, Staff.OFFICER);
        Awaitility.await("the checkpoint to cover everything")
            .atMost(Duration.ofSeconds(60))
            .until(() -> figure(desk.open(page), "Waiting for a signature").equals("0"));
        return checkpoint();
    }

    private static String figure(Page page, String name) {
        return page.document().select("dt:containsOwn(%s) + dd".formatted(name)).text();
    }

}
