package newsletter.endtoend.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import org.jsoup.Jsoup;

import newsletter.devstack.postgres.Database;
import newsletter.endtoend.bench.Connection.Answer;
import newsletter.endtoend.bench.Load.Worker;
import newsletter.personaldata.KeysetFile;
import newsletter.personaldata.Seal;
import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;
import newsletter.personaldata.SignedLinks.Link;

/** What people do on the site, as their browsers and mail programs do it. */
final class Residents {

    private static final String STAMP = "name=\"stamp\" value=\"";

    /** What a person is told when the database does not answer in time. */
    private static final int BUSY = 503;

    private final URI site;

    private final SignedLinks links;

    private final AtomicLong people = new AtomicLong();

    private final AtomicLong accepted = new AtomicLong();

    Residents(URI site, Path keys) {
        this.site = site;
        this.links = new SignedLinks(new Seal(KeysetFile.read(keys.resolve("links.json"), true)));
    }

    /** How many forms were answered with “check your email”. */
    long accepted() {
        return this.accepted.get();
    }

    /**
     * Loads the page and sends its form, with an address that nobody has used before. The
     * sending is measured.
     */
    Load.Workers signUp() {
        return () -> new Visitor() {

            @Override
            public long work() throws IOException {
                Answer page = connection().get("/");
                if (isBusy(200, page)) {
                    return TURNED_AWAY;
                }
                String form = fill(page.body());
                long start = System.nanoTime();
                Answer answer = connection().post("/", form);
                long took = System.nanoTime() - start;
                if (isBusy(303, answer)) {
                    return TURNED_AWAY;
                }
                accepted.incrementAndGet();
                return took;
            }

        };
    }

    private String fill(String page) {
        int stamp = page.indexOf(STAMP) + STAMP.length();
        return "stamp=" + page.substring(stamp, page.indexOf('"', stamp))
                + "&newsletters=mayor&website=&emailAddress=resident" + this.people.incrementAndGet()
                + "%40bench.example.org";
    }

    /** Opens the link of a letter and presses the button. The pressing is measured. */
    Load.Workers confirm(Queue<String> letters) {
        return () -> new Visitor() {

            @Override
            public long work() throws IOException {
                String token = letters.poll();
                if (token == null) {
                    return NOTHING;
                }
                if (isBusy(200, connection().get("/confirm/" + token))) {
                    return TURNED_AWAY;
                }
                long start = System.nanoTime();
                Answer answer = connection().post("/confirm/" + token, "");
                return isBusy(303, answer) ? TURNED_AWAY : System.nanoTime() - start;
            }

        };
    }

    /** What a mail program sends when its own button is pressed (RFC 8058). */
    Load.Workers oneClick(Queue<String> newsletters) {
        return () -> new Visitor() {

            @Override
            public long work() throws IOException {
                String token = newsletters.poll();
                if (token == null) {
                    return NOTHING;
                }
                long start = System.nanoTime();
                Answer answer = connection().post("/one-click/" + token, "List-Unsubscribe=One-Click");
                return isBusy(200, answer) ? TURNED_AWAY : System.nanoTime() - start;
            }

        };
    }

    /** The links of the letters that ask to confirm, one for each open request. */
    Queue<String> letters(Database database) throws SQLException {
        return tokens(database, Action.CONFIRM, """
                SELECT subscriber_id, id::text FROM subscription_request WHERE confirmed_at IS NULL
                """);
    }

    /** The links of newsletters, one for each consent. */
    Queue<String> newsletters(Database database, int limit) throws SQLException {
        return tokens(database, Action.UNSUBSCRIBE, """
                SELECT subscriber_id, newsletter_id FROM consent WHERE ended_at IS NULL
                ORDER BY given_at DESC LIMIT %d
                """.formatted(limit));
    }

    private Queue<String> tokens(Database database, Action action, String sql) throws SQLException {
        Instant end = Instant.now().plus(7, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var tokens = new ConcurrentLinkedQueue<String>();
        try (var connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                var query = connection.createStatement();
                var rows = query.executeQuery(sql)) {
            while (rows.next()) {
                tokens.add(this.links.token(new Link(action, rows.getObject(1, UUID.class), rows.getString(2),
                        (action == Action.CONFIRM) ? end : null)));
            }
        }
        return tokens;
    }

    /** Somebody with a browser of their own. */
    private abstract class Visitor implements Worker {

        private final Connection connection;

        Visitor() throws IOException {
            this.connection = new Connection(site);
        }

        Connection connection() {
            return this.connection;
        }

        /** Whether it was neither as expected nor wrong. */
        static boolean isBusy(int expected, Answer answer) {
            if (answer.status() != expected && answer.status() != BUSY) {
                throw new IllegalStateException("Not %d but %d: %s".formatted(expected, answer.status(),
                        Jsoup.parse(answer.body()).select("main").text()));
            }
            return answer.status() == BUSY;
        }

        @Override
        public void close() throws IOException {
            this.connection.close();
        }

    }

}
