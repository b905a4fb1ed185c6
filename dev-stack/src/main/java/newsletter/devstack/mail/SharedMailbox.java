package newsletter.devstack.mail;

import newsletter.devstack.engine.Engine;
import newsletter.devstack.engine.Ports;

/** Started on first use. */
final class SharedMailbox {

    static final DevMailbox MAILBOX = startNew();

    private SharedMailbox() {
    }

    private static DevMailbox startNew() {
        DevMailbox mailbox = switch (Engine.chosen()) {
            case EMBEDDED -> new EmbeddedMailbox(Ports.free());
            case CONTAINERS -> new ContainerMailbox(Ports.free(), Ports.free());
        };
        mailbox.start();
        return mailbox;
    }

}
