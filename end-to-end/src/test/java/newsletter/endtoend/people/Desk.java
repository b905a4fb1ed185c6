package newsletter.endtoend.people;

import java.net.URI;

import newsletter.endtoend.world.Staff;

import static org.assertj.core.api.Assertions.assertThat;

/** A member of staff, signed in at one of the desks. */
public final class Desk {

    private final URI start;

    private final Reader reader = new Reader();

    private Desk(URI start) {
        this.start = start;
    }

    public static Desk signIn(URI start, String name) {
        var desk = new Desk(start);
        Page page = desk.reader.open(start)
            .form("Sign in")
            .type("Name", name)
            .type("Password", Staff.password(name))
            .send();
        assertThat(page.offers("Sign in")).as("still at the door: %s", page).isFalse();
        return desk;
    }

    public Page open() {
        return this.reader.open(this.start);
    }

    public Page open(URI address) {
        return this.reader.open(address);
    }

}
