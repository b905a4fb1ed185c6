package newsletter.devstack.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapServer;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

import newsletter.devstack.engine.QuietLogs;

/** GreenMail in this process. Everybody has an inbox, also by IMAP, with any password. */
public final class EmbeddedMailbox implements DevMailbox {

    private static final String HOST = "127.0.0.1";

    private final int smtpPort;

    private final Managers managers = new Managers();

    private final List<ReceivedMail> mails = new ArrayList<>();

    private final List<Consumer<ReceivedMail>> listeners = new CopyOnWriteArrayList<>();

    private final Map<String, String> refusals = new ConcurrentHashMap<>();

    private @Nullable AbstractServer smtp;

    private @Nullable AbstractServer imap;

    /**
     * @param smtpPort where it listens, on this machine only
     */
    public EmbeddedMailbox(int smtpPort) {
        this.smtpPort = smtpPort;
        managers.getUserManager().setAuthRequired(false);
        QuietLogs.keep();
    }

    @Override
    public String smtpHost() {
        return HOST;
    }

    @Override
    public int smtpPort() {
        return smtpPort;
    }

    @Override
    public synchronized void start() {
        if (smtp == null) {
            smtp = started(new ExactSmtpServer(setup(smtpPort, ServerSetup.PROTOCOL_SMTP), managers, this));
        }
    }

    /** The IMAP server, where there is one, goes on. */
    @Override
    public synchronized void stop() {
        if (smtp != null) {
            smtp.stopService();
            smtp = null;
        }
    }

    /** Lets mail programs read. */
    public synchronized void startImap(int port) {
        imap = started(new ImapServer(setup(port, ServerSetup.PROTOCOL_IMAP), managers));
    }

    public synchronized void stopImap() {
        if (imap != null) {
            imap.stopService();
            imap = null;
        }
    }

    @Override
    public List<ReceivedMail> mails() {
        synchronized (mails) {
            return List.copyOf(mails);
        }
    }

    /** Tells of each mail before its sender is told that it arrived. */
    public void onMail(Consumer<ReceivedMail> listener) {
        listeners.add(listener);
    }

    /** Puts back a mail of an earlier run. */
    public void restore(ReceivedMail mail) {
        try {
            ExactSmtpServer.putIntoInboxes(mail, managers);
        }
        catch (MessagingException | UserException ex) {
            throw new IllegalStateException("could not restore a mail", ex);
        }
        add(mail);
    }

    /**
     * From now on RCPT TO this address gets this reply.
     * @param reply such as {@code 550 5.1.1 No such user}
     */
    public void refuse(String address, String reply) {
        refusals.put(address.toLowerCase(Locale.ROOT), reply);
    }

    /** From now on mail to this address is taken again. */
    public void accept(String address) {
        refusals.remove(address.toLowerCase(Locale.ROOT));
    }

    @Nullable String refusalOf(String address) {
        return refusals.get(address.toLowerCase(Locale.ROOT));
    }

    void receive(ReceivedMail mail) {
        listeners.forEach((listener) -> listener.accept(mail));
        add(mail);
    }

    private void add(ReceivedMail mail) {
        synchronized (mails) {
            mails.add(mail);
        }
    }

    private static ServerSetup setup(int port, String protocol) {
        return new ServerSetup(port, HOST, protocol);
    }

    private static AbstractServer started(AbstractServer server) {
        server.startService();
        try {
            if (!server.waitTillRunning(10_000)) {
                throw new IllegalStateException("mailbox did not start on port " + server.getServerSetup().getPort());
            }
        }
        catch (InterruptedException ex) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(ex);
        }
        return server;
    }

}
