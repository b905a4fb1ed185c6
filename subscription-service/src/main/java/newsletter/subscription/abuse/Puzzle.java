package newsletter.subscription.abuse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import newsletter.personaldata.Seal;

/**
 * Work for a browser, in the manner of ALTCHA: which number, behind the salt, has this
 * SHA-256? It takes many tries to find and one to check, and nothing is stored of it
 * before it is solved.
 *
 * @param salt ends with a delimiter, or digits could be moved from the number to the end
 * @param signature says that the challenge is ours
 * @param maxnumber the highest number it can be
 */
record Puzzle(String salt, String challenge, String signature, int maxnumber) {

    private static final String PURPOSE = "puzzle";

    private static final Pattern SALT = Pattern.compile("[0-9a-f]{32}\\?expires=(\\d{1,12})&");

    private static final JsonMapper JSON = new JsonMapper();

    /** A puzzle that was solved in time. */
    record Solved(String challenge, Instant expiresAt) {
    }

    static Puzzle next(Seal seal, RandomGenerator random, Instant expiresAt, int difficulty) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String salt = HexFormat.of().formatHex(bytes) + "?expires=" + expiresAt.getEpochSecond() + "&";
        String challenge = sha256(salt + random.nextInt(difficulty + 1));
        return new Puzzle(salt, challenge, seal.seal(PURPOSE, challenge), difficulty);
    }

    /** Empty if it is not ours, not solved, or too old. */
    static Optional<Solved> check(String proof, Seal seal, Instant now) {
        try {
            JsonNode answer = JSON.readTree(Base64.getDecoder().decode(proof));
            return check(text(answer, "salt"), text(answer, "number"), text(answer, "signature"), seal)
                .filter((solved) -> now.isBefore(solved.expiresAt()));
        }
        catch (IllegalArgumentException | JacksonException ex) {
            return Optional.empty();
        }
    }

    private static String text(JsonNode answer, String name) {
        return answer.path(name).asString("");
    }

    private static Optional<Solved> check(String salt, String number, String signature, Seal seal) {
        Matcher parts = SALT.matcher(salt);
        return seal.open(PURPOSE, signature)
            .filter((challenge) -> parts.matches() && challenge.equals(sha256(salt + number)))
            .map((challenge) -> new Solved(challenge, Instant.ofEpochSecond(Long.parseLong(parts.group(1)))));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

}
