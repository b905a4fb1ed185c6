package newsletter.subscription.signup;

import org.springframework.stereotype.Service;

import newsletter.personaldata.EmailAddress;

/**
 * A sign-up that a member of staff writes down for somebody (C-15). Nothing comes of it
 * but a letter that asks to confirm, and within the same limits: it says as little of an
 * address as the form for residents.
 */
@Service
public class AssistedSignUp {

    private final SignUp signUp;

    AssistedSignUp(SignUp signUp) {
        this.signUp = signUp;
    }

    public void request(EmailAddress address, Asked asked, Assistance assistance) {
        this.signUp.request(address, asked, assistance);
    }

}
