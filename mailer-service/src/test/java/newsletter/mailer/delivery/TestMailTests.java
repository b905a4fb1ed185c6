package newsletter.mailer.delivery;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import newsletter.devstack.mail.EmbeddedMailbox;
import newsletter.devstack.mail.ReceivedMail;
import newsletter.mailer.EngineTest;
import newsletter.personaldata.SignedLinks;
import newsletter.personaldata.SignedLinks.Action;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EngineTest
class TestMailTests {

    private static final String EDITOR = "editor@desk.example.org";

    @Autowired
    private Desk desk;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private EmbeddedMailbox mailbox;

    @Autowired
    private SignedLinks links;

    @Test
    void aTestGoesToTheAddressThatIsConfigured() {
        Mailing mailing = this.desk.mailing(this.desk.newNewsletter());
        int before = this.mailbox.mailsTo(EDITOR).size();
        this.deliveries.sendTest(mailing, "editor");
        List<ReceivedMail> mails = this.mailbox.mailsTo(EDITOR);
        assertThat(mails).hasSize(before + 1);
        assertThat(mails.getLast().recipients()).containsExactly(EDITOR);
        assertThat(this.deliveries.testAddress("editor")).contains(EDITOR);
        // Trying its links out unsubscribes nobody.
        String token = mails.getLast().header("List-Unsubscribe").orElseThrow().replaceAll("^<.*/|>$", "");
        assertThat(this.links.read(Action.UNSUBSCRIBE, token)).isPresent();
        assertThat(this.deliveries.progress(mailing.editionId()).planned()).as("no delivery").isZero();
    }

    @Test
    void whoHasNoAddressInTheConfigurationGetsNone() {
        Mailing mailing = this.desk.mailing(this.desk.newNewsletter());
        int before = this.mailbox.mails().size();
        for (String nobody : List.of("approver", "resident@mail.example.net", "")) {
            assertThatExceptionOfType(TestNotSent.class).isThrownBy(() -> this.deliveries.sendTest(mailing, nobody));
        }
        assertThat(this.mailbox.mails()).hasSize(before);
    }

    @Test
    void aRefusalIsTold() {
        Mailing mailing = this.desk.mailing(this.desk.newNewsletter());
        this.mailbox.refuse(EDITOR, "550 5.1.1 <editor@desk.example.org> gone");
        try {
            assertThatExceptionOfType(TestNotSent.class).isThrownBy(() -> this.deliveries.sendTest(mailing, "editor"))
                .withMessage("550 5.1.1 […] gone");
        }
        finally {
            this.mailbox.accept(EDITOR);
        }
    }

    @Test
    void aMailServerThatIsAwayIsTold() {
        Mailing mailing = this.desk.mailing(this.desk.newNewsletter());
        this.mailbox.stop();
        try {
            assertThatExceptionOfType(TestNotSent.class).isThrownBy(() -> this.deliveries.sendTest(mailing, "editor"))
                .withMessageStartingWith("The mail server cannot be reached");
        }
        finally {
            this.mailbox.start();
        }
    }

}
