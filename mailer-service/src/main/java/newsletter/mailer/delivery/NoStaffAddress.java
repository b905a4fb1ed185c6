package newsletter.mailer.delivery;

/** The configuration names no address for a member of staff. */
public final class NoStaffAddress extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoStaffAddress(String staff) {
        super("There is no mailer.staff-addresses.%s".formatted(staff));
    }

}
