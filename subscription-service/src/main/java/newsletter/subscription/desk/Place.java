package newsletter.subscription.desk;

import java.util.Locale;
import java.util.Set;

import newsletter.signin.Role;

/**
 * A subject of the staff area, in the order of the navigation. Whoever has none of its
 * roles does not see it and is refused below its path; who may do what there stands
 * beside each page. The words are in {@code messages-staff.properties}, as
 * {@code staff.nav.<key>}.
 */
public enum Place {

    /** What each newsletter is for, and on what terms. */
    NEWSLETTERS,

    /** The words in which residents are asked. */
    WORDINGS,

    /** People who sign up by phone or on paper. */
    SIGN_UPS,

    /** Addresses that come from elsewhere. */
    IMPORT,

    /** What residents ask of us, and by when it is answered. */
    REQUESTS;

    /** Who sees it. */
    Set<Role> roles() {
        return switch (this) {
            case NEWSLETTERS, WORDINGS -> Set.of(Role.EDITOR, Role.APPROVER, Role.DPO, Role.ADMIN);
            case SIGN_UPS -> Set.of(Role.EDITOR, Role.APPROVER);
            case IMPORT -> Set.of(Role.EDITOR, Role.DPO);
            case REQUESTS -> Set.of(Role.DPO);
        };
    }

    /** The {@code section} of its pages: {@code newsletters}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String path() {
        return "/staff/" + key();
    }

    String[] roleNames() {
        return roles().stream().map(Role::name).toArray(String[]::new);
    }

}
