package newsletter.outbox;

import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Makes a teller once Kafka answers and the topics are there to be written to. */
class Tellers implements AutoCloseable {

    private final Map<String, Object> kafka;

    private final String application;

    private final TopicCreation topics;

    /**
     * @param kafka how producers reach Kafka
     * @param application names the tellers, hence tells apart those that shut each other
     * out from those of other services
     */
    Tellers(Map<String, Object> kafka, String application, TopicCreation topics) {
        this.kafka = kafka;
        this.application = application;
        this.topics = topics;
    }

    /** The one teller for this database: an earlier one is shut out. */
    Teller next(String database) throws ExecutionException, InterruptedException {
        topics.createMissing();
        return new Teller(kafka, application + "-outbox-" + database);
    }

    @Override
    public void close() {
        topics.close();
    }

}
