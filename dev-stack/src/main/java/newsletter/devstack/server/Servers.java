package newsletter.devstack.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import newsletter.devstack.engine.QuietLogs;
import newsletter.devstack.inbox.InboxServer;
import newsletter.devstack.kafka.DevKafka;
import newsletter.devstack.kafka.EmbeddedBroker;
import newsletter.devstack.mail.EmbeddedMailbox;
import newsletter.devstack.mail.MailFiles;
import newsletter.devstack.postgres.DevPostgres;
import newsletter.devstack.postgres.EmbeddedPostgresServer;

/** PostgreSQL, Kafka and the mailbox, with data that outlives them. */
final class Servers {

    private static final String HOST = "127.0.0.1";

    private final DevFolder folder;

    private final DevPorts ports;

    private final Progress progress;

    private final Ending ending;

    private CompletableFuture<Void> kafka = CompletableFuture.completedFuture(null);

    Servers(DevFolder folder, DevPorts ports, Progress progress, Ending ending) {
        this.folder = folder;
        this.ports = ports;
        this.progress = progress;
        this.ending = ending;
    }

    /**
     * Returns when the services can start: Kafka is still on its way. They need a
     * database at once, and a broker only when most of their own start is behind them.
     */
    void start() {
        // Logging begins before two threads use it.
        QuietLogs.keep();
        startKafka();
        progress.of("PostgreSQL", this::startPostgres);
        progress.of("Mailbox", this::startMailbox);
    }

    void awaitKafka() {
        kafka.join();
    }

    private void startPostgres() {
        var server = new EmbeddedPostgresServer(folder.postgres(), ports.postgres(), true);
        var postgres = new DevPostgres(server, HOST, ports.postgres());
        ending.afterwards("PostgreSQL", postgres::stop);
        postgres.start();
        List.of("subscription", "mailer", "audit").forEach(postgres::database);
    }

    private void startKafka() {
        var broker = new DevKafka(new EmbeddedBroker(folder.kafka(), ports.kafka()), HOST, ports.kafka());
        // Before the first service has a place in that order: it ends after all of them.
        ending.afterwards("Kafka", broker::stop);
        kafka = CompletableFuture.runAsync(() -> progress.of("Kafka", broker::start));
    }

    private void startMailbox() {
        var mailbox = new EmbeddedMailbox(ports.smtp());
        var files = new MailFiles(folder.mail());
        files.all().forEach(mailbox::restore);
        mailbox.onMail(files::keep);
        var inbox = new InboxServer(mailbox::mails, ports.inbox());
        ending.afterwards("Mailbox", () -> {
            inbox.stop();
            mailbox.stop();
            mailbox.stopImap();
        });
        mailbox.start();
        mailbox.startImap(ports.imap());
        inbox.start();
    }

}
