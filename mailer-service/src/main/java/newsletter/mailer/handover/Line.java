package newsletter.mailer.handover;

import java.io.IOException;

import jakarta.mail.MessagingException;

import newsletter.mailer.handover.Answer.Verdict;

/**
 * One connection to the relay, kept open and used by one thread. Once broken it stays so.
 */
public final class Line implements AutoCloseable {

    private static final String BROKE = "The connection to the mail server broke";

    private final RawTransport transport;

    private final String bounceDomain;

    private boolean broken;

    Line(RawTransport transport, String bounceDomain) {
        this.transport = transport;
        this.bounceDomain = bounceDomain;
    }

    /**
     * Hands over a mail, and waits for the answer.
     * @param id names the mail in its return path, so that a bounce tells whose it is
     * without being read
     * @param mailbox the one recipient
     * @param mail all of it: headers and body, lines ended by CRLF
     */
    public Answer handOver(String id, String mailbox, byte[] mail) {
        if (this.broken) {
            return Answer.notTried(BROKE);
        }
        try {
            int code = this.transport.handOver("bounce+" + id + "@" + this.bounceDomain, mailbox, mail);
            String reply = isReply(code) ? this.transport.getLastServerResponse() : BROKE;
            var answer = new Answer(verdict(code), ReplyText.of(reply, mailbox));
            if (answer.verdict() != Verdict.ACCEPTED) {
                forget(code);
            }
            return answer;
        }
        catch (MessagingException | IOException | RuntimeException ex) {
            this.broken = true;
            return this.transport.isFinalDotSent() ? new Answer(Verdict.IN_DOUBT, BROKE) : Answer.notTried(BROKE);
        }
    }

    private static boolean isReply(int code) {
        return code >= 200 && code < 600;
    }

    private Verdict verdict(int code) {
        if (RawTransport.isPositive(code)) {
            return this.transport.isFinalDotSent() ? Verdict.ACCEPTED : Verdict.DEFERRED;
        }
        if (code >= 500 && code < 600) {
            // Before the recipient is named it is us whom the relay does not like. To
            // give up everybody's mail for that would be wrong.
            return this.transport.isRecipientNamed() ? Verdict.REFUSED : Verdict.DEFERRED;
        }
        if (code >= 400 && code < 500) {
            return Verdict.DEFERRED;
        }
        // No reply, or none that means anything.
        return this.transport.isFinalDotSent() ? Verdict.IN_DOUBT : Verdict.DEFERRED;
    }

    /** Makes the relay forget a transaction that it did not take. */
    private void forget(int code) {
        try {
            this.broken = code < 400 || code == 421 || !RawTransport.isPositive(this.transport.simpleCommand("RSET"));
        }
        catch (MessagingException ex) {
            this.broken = true;
        }
    }

    public boolean isBroken() {
        return this.broken;
    }

    /** Asks the relay, which may have hung up meanwhile. */
    boolean isAlive() {
        return !this.broken && this.transport.isConnected();
    }

    @Override
    public void close() {
        try {
            this.transport.close();
        }
        catch (MessagingException ex) {
            // It is closed either way.
            this.broken = true;
        }
    }

}
