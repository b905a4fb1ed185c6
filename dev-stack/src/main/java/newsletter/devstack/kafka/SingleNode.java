package newsletter.devstack.kafka;

import java.util.Map;

/** Settings that differ from Kafka's defaults because there is one small node. */
final class SingleNode {

    static final Map<String, String> SETTINGS = Map.ofEntries(
            // One node cannot hold three copies.
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("transaction.state.log.replication.factor", "1"), Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"), Map.entry("default.replication.factor", "1"),
            Map.entry("min.insync.replicas", "1"),
            // A group of one need not wait for others.
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // Fifty partitions of each take a second to open.
            Map.entry("offsets.topic.num.partitions", "4"), Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.num.partitions", "1"),
            // Topics are made by the service that owns them; a misspelt one must not
            // exist.
            Map.entry("auto.create.topics.enable", "false"),
            // Memory: by default the cleaner takes 128 MB and each partition maps 20 MB.
            Map.entry("log.cleaner.dedupe.buffer.size", "4194304"), Map.entry("log.index.size.max.bytes", "1048576"),
            Map.entry("num.network.threads", "2"), Map.entry("num.io.threads", "4"),
            Map.entry("background.threads", "2"));

    private SingleNode() {
    }

}
