package newsletter.signin;

/**
 * Whether this is a machine where no real person's data will ever be: the property
 * {@code newsletter.development}. It must be switched on, and cannot be forgotten to be
 * switched off.
 */
public record DevelopmentMode(boolean on) {
}
