package newsletter.devstack.postgres;

/**
 * A database and its owner, who is no superuser: what works here works in production.
 *
 * @param url the JDBC URL, without user and password
 * @param user the owner
 * @param password the owner's password
 */
public record Database(String url, String user, String password) {
}
