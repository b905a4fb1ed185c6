package newsletter.endtoend.people;

import java.net.URI;

import newsletter.endtoend.world.Staff;

import static org.assertj.core.api.Assertions.assertThat;

/** A member of staff, signed in at one of the desks. */
public final class Desk {

    private final URI start;

    private final String name;

    private final Reader reader = new Reader();

    private Desk(URI start, String name) {
        this.start = start;
        this.name = name;
    }

    public static Desk signIn(URI start, String name) {
        var desk = new Desk(start, name);
        desk.open();
        return desk;
    }

    public Page open() {
        return open(this.start);
    }

    /** Signs in again if that is asked: a service that starts anew knows nobody. */
    public Page open(URI address) {
        Page page = this.reader.open(address);
        if (!page.offers("Sign in")) {
            return page;
        }
        Page inside = page.form("Sign in").type("Name", this.name).type("Password", Staff.password(this.name)).send();
        assertThat(inside.offers("Sign in")).as("still at the door: %s", inside).isFalse();
        return inside;
    }

}
