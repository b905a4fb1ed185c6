package newsletter.outbox;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.awaitility.Durations;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.awaitility.Awaitility.await;

/**
 * The {@code subject} table: what the events of the tests are about. The n-th event of a
 * subject says n, so that whoever reads them knows what to expect.
 */
class Subjects {

    private final JdbcClient jdbc;

    private final Outbox outbox;

    private final TransactionTemplate transaction;

    private final String topic;

    Subjects(JdbcClient jdbc, Outbox outbox, PlatformTransactionManager transactions,
            @Value("${sample.topic}") String topic) {
        this.jdbc = jdbc;
        this.outbox = outbox;
        this.transaction = new TransactionTemplate(transactions);
        this.topic = topic;
    }

    /** One transaction: a row and its event. */
    void count(String key) {
        transaction.executeWithoutResult((_) -> {
            // The first insert waits for another's first, the update for another's
            // update: the row is locked from here on.
            int count = jdbc.sql("""
                    INSERT INTO subject (key, count) VALUES (:key, 1)
                    ON CONFLICT (key) DO UPDATE SET count = subject.count + 1
                    RETURNING count
                    """).param("key", key).query(Integer.class).single();
            outbox.append(topic, key, String.valueOf(count));
        });
    }

    /** How often each was counted, by what was committed. */
    Map<String, Integer> counts() {
        return jdbc.sql("SELECT key, count FROM subject")
            .query((row, _) -> Map.entry(row.getString("key"), row.getInt("count")))
            .list()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void awaitAllTold() {
        await().atMost(Durations.ONE_MINUTE).until(() -> waiting() == 0);
    }

    int waiting() {
        return jdbc.sql("SELECT count(*) FROM outbox").query(Integer.class).single();
    }

    /** What is to be told of each, no more and no less. */
    Map<String, List<String>> stories() {
        return counts().entrySet()
            .stream()
            .collect(Collectors.toMap(Map.Entry::getKey, (subject) -> story(subject.getValue())));
    }

    static List<String> story(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(String::valueOf).toList();
    }

}
