package newsletter.signin;

/** What a signed-in person may do. */
public enum Role {

    /** Writes. */
    EDITOR,

    /** Releases what somebody else wrote. */
    APPROVER,

    /** Looks after the rights of those who are written to. */
    DPO,

    /** Configures. */
    ADMIN;

    /** The name Spring Security knows it by. */
    public String authority() {
        return "ROLE_" + name();
    }

}
