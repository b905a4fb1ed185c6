package newsletter.audit.ledger;

/** Where a record stands in Kafka. */
public record Place(String topic, int partition, long offset) {

    /** For a message or a page. */
    @Override
    public String toString() {
        return "%s, partition %d, offset %d".formatted(this.topic, this.partition, this.offset);
    }

}
