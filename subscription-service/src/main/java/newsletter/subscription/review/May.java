package newsletter.subscription.review;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import newsletter.signin.Role;
import newsletter.subscription.review.Review.State;

/**
 * What somebody may do with a proposal now: which buttons they see. What the rules refuse
 * is refused again when a button is pressed.
 *
 * @param begin whether there could be one: nobody has begun it
 * @param publish whether an officer may who wrote no part of it
 */
public record May(boolean begin, boolean write, boolean withdraw, boolean sendBack, boolean publish) {

    /** Who writes. */
    public static final String WRITE = "hasRole('EDITOR')";

    /** Who decides. */
    public static final String DECIDE = "hasRole('DPO')";

    public static May of(@Nullable Review open, HttpServletRequest request) {
        return of(open, String.valueOf(request.getRemoteUser()), request.isUserInRole(Role.EDITOR.name()),
                request.isUserInRole(Role.DPO.name()));
    }

    static May of(@Nullable Review open, String name, boolean editor, boolean officer) {
        if (open == null) {
            return new May(editor, false, false, false, false);
        }
        boolean inReview = open.state() == State.IN_REVIEW;
        return new May(false, editor && open.state() == State.DRAFT, editor && inReview, officer && inReview,
                officer && inReview && !open.authors().contains(name));
    }

}
