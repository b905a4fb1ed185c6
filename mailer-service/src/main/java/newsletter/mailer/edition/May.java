package newsletter.mailer.edition;

import java.security.Principal;

import jakarta.servlet.http.HttpServletRequest;

import newsletter.mailer.edition.Edition.State;
import newsletter.signin.Role;

/**
 * What somebody may do with an edition now: which buttons they see. What the rules refuse
 * is refused again when a button is pressed.
 */
record May(boolean write, boolean submit, boolean withdraw, boolean approve, boolean sendBack, boolean send,
        boolean test) {

    static May of(Edition edition, HttpServletRequest request) {
        Principal user = request.getUserPrincipal();
        return of(edition, (user != null) ? user.getName() : "", request.isUserInRole(Role.EDITOR.name()),
                request.isUserInRole(Role.APPROVER.name()));
    }

    static May of(Edition edition, String name, boolean editor, boolean approver) {
        State state = edition.state();
        boolean releasing = approver && !edition.authors().contains(name);
        boolean submitted = state == State.IN_REVIEW || state == State.APPROVED;
        return new May(editor && edition.isOpen(), editor && state == State.DRAFT, editor && submitted,
                releasing && state == State.IN_REVIEW, approver && submitted, releasing && state == State.APPROVED,
                (editor || approver) && edition.isOpen());
    }

}
