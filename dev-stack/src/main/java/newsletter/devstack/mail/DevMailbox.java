package newsletter.devstack.mail;

import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;

import newsletter.devstack.engine.Ports;
import newsletter.devstack.engine.Server;

/**
 * Takes every mail for everybody. It can be stopped and started again; port and mails
 * stay.
 */
public interface DevMailbox extends Server {

    /** The one of this process, started on first use, gone when the process is. */
    static DevMailbox shared() {
        return SharedMailbox.MAILBOX;
    }

    /**
     * One of the caller's own, embedded whatever the engine: it can refuse recipients,
     * and whoever stops it disturbs nobody else. Started.
     */
    static EmbeddedMailbox ownEmbedded() {
        var mailbox = new EmbeddedMailbox(Ports.free());
        mailbox.start();
        return mailbox;
    }

    String smtpHost();

    int smtpPort();

    /** All mails, oldest first. */
    List<ReceivedMail> mails();

    /** What this address got, oldest first. */
    default List<ReceivedMail> mailsTo(String address) {
        return mails().stream().filter((mail) -> mail.isTo(address)).toList();
    }

    /** The first mail to this address; fails after 30 seconds. */
    default ReceivedMail awaitMailTo(String address) {
        return awaitMailTo(address, "");
    }

    /** The first mail to this address whose subject contains this; fails after 30 s. */
    default ReceivedMail awaitMailTo(String address, String subject) {
        return Awaitility.await("mail with subject containing '" + subject + "'")
            .atMost(Duration.ofSeconds(30))
            .until(() -> mailsTo(address).stream().filter((mail) -> mail.subject().contains(subject)).toList(),
                    (found) -> !found.isEmpty())
            .getFirst();
    }

}
