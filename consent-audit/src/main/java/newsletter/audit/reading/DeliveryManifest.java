package newsletter.audit.reading;

import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import tools.jackson.databind.json.JsonMapper;

import newsletter.audit.tree.Frontier;
import newsletter.audit.tree.Hash;
import newsletter.events.DeliveryReport.DeliveriesReported;

/**
 * What joins the ledger for a report of deliveries: one leaf for up to 1,024 rows, so
 * that an edition to millions does not make millions of leaves.
 *
 * @param reportId the report's event id, which nobody can guess
 * @param sequence counts the edition's reports from 1
 * @param planned how many deliveries the edition has in all
 * @param count how many rows this report has
 * @param rowsRoot root (hex) of the tree over the rows' exact bytes: one row can be shown
 * and proved without its neighbours
 */
@JsonPropertyOrder({ "type", "reportId", "editionId", "newsletterId", "sequence", "planned", "count", "rowsRoot" })
public record DeliveryManifest(String type, UUID reportId, UUID editionId, String newsletterId, long sequence,
        long planned, int count, String rowsRoot) {

    /** As on the wire. */
    public static final String TYPE = "delivery-manifest";

    private static final JsonMapper MAPPER = new JsonMapper();

    static DeliveryManifest of(DeliveriesReported report, List<byte[]> rows) {
        return new DeliveryManifest(TYPE, report.eventId(), report.editionId(), report.newsletterId(),
                report.sequence(), report.planned(), rows.size(), rootOf(rows).toString());
    }

    /** The root of the tree over rows. */
    public static Hash rootOf(List<byte[]> rows) {
        var frontier = new Frontier();
        rows.forEach((row) -> frontier.append(Hash.ofLeaf(row)));
        return frontier.root();
    }

    /**
     * Reads it back.
     * @throws tools.jackson.core.JacksonException if these are not its bytes
     */
    public static DeliveryManifest read(byte[] payload) {
        return MAPPER.readValue(payload, DeliveryManifest.class);
    }

    /**
     * The root of the tree over the rows.
     * @throws IllegalArgumentException if it is not one
     */
    public Hash root() {
        return Hash.of(HexFormat.of().parseHex(this.rowsRoot));
    }

    byte[] bytes() {
        return MAPPER.writeValueAsBytes(this);
    }

}
