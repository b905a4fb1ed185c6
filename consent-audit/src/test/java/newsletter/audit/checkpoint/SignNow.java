package newsletter.audit.checkpoint;

/** Signs when a test says so. */
public class SignNow {

    private final Signing signing;

    SignNow(Signing signing) {
        this.signing = signing;
    }

    public void sign() {
        this.signing.signWhatGrew();
    }

}
