package newsletter.subscription.imports;

import java.time.Instant;

/**
 * What proves that somebody agreed.
 *
 * @param statement SHA-256 (hex) of the statement that they agreed to
 * @param statementSince since when that statement was shown
 * @param privacyNotice SHA-256 (hex) of the privacy notice that was in force
 * @param collectedAt when they agreed
 * @param script the version of the form or of what was read out
 * @param evidence where the paper, recording or record is found
 */
record Proof(String statement, Instant statementSince, String privacyNotice, Instant collectedAt, String script,
        String evidence) {
}
