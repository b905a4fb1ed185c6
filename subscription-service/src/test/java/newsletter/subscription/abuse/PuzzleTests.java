package newsletter.subscription.abuse;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import newsletter.personaldata.Seal;
import newsletter.subscription.TestKeys;

import static org.assertj.core.api.Assertions.assertThat;

class PuzzleTests {

    private static final Instant NOW = Instant.parse("2026-11-25T12:00:00Z");

    private final Seal seal = new Seal(TestKeys.read("forms"));

    private final Puzzle puzzle = Puzzle.next(this.seal, new SecureRandom(), NOW.plusSeconds(60), 500);

    /** What a browser finds. */
    static int solve(Puzzle puzzle) {
        return IntStream.rangeClosed(0, puzzle.maxnumber())
            .filter((number) -> sha256(puzzle.salt() + number).equals(puzzle.challenge()))
            .findFirst()
            .orElseThrow();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        }
        catch (NoSuchAlgorithmException ex) {
            throw new IllegalStateException(ex);
        }
    }

    static String proof(String salt, String number, String challenge, String signature) {
        String json = """
                {"algorithm":"SHA-256","challenge":"%s","number":%s,"salt":"%s","signature":"%s"}
                """.formatted(challenge, number, salt, signature);
        return Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    static String proof(Puzzle puzzle) {
        return proof(puzzle.salt(), Integer.toString(solve(puzzle)), puzzle.challenge(), puzzle.signature());
    }

    @Test
    void aPuzzleThatWasSolvedIsKnown() {
        assertThat(Puzzle.check(proof(this.puzzle), this.seal, NOW)).hasValueSatisfying((solved) -> {
            assertThat(solved.challenge()).isEqualTo(this.puzzle.challenge());
            assertThat(solved.expiresAt()).isEqualTo(NOW.plusSeconds(60));
        });
    }

    @Test
    void a01ItIsGoodForATime() {
        assertThat(Puzzle.check(proof(this.puzzle), this.seal, NOW.plusSeconds(60))).isEmpty();
    }

    @Test
    void a01AnotherNumberSolvesNothing() {
        String wrong = Integer.toString(solve(this.puzzle) + 1);
        assertThat(Puzzle.check(proof(this.puzzle.salt(), wrong, this.puzzle.challenge(), this.puzzle.signature()),
                this.seal, NOW))
            .isEmpty();
    }

    @Test
    void a01APuzzleOfOnesOwnMakingIsRefused() {
        String salt = "00000000000000000000000000000000?expires=99999999999&";
        String challenge = sha256(salt + 1);
        String forged = this.seal.seal("sign-up-form", challenge);
        assertThat(Puzzle.check(proof(salt, "1", challenge, this.puzzle.signature()), this.seal, NOW)).isEmpty();
        assertThat(Puzzle.check(proof(salt, "1", challenge, forged), this.seal, NOW)).isEmpty();
    }

    /** Salt and number are hashed as one text. */
    @Test
    void a01DigitsOfTheNumberDoNotMoveIntoTheEnd() {
        Puzzle large = Puzzle.next(this.seal, new SecureRandom(), NOW.minusSeconds(60), 5000);
        String number = Integer.toString(solve(large));
        String later = large.salt().replace("&", "") + "9&";
        assertThat(Puzzle.check(proof(later, number, large.challenge(), large.signature()), this.seal, NOW)).isEmpty();
        String moved = large.salt() + number.charAt(0);
        assertThat(Puzzle.check(proof(moved, "0" + number.substring(1), large.challenge(), large.signature()),
                this.seal, NOW))
            .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "x", "e30=", "bnVsbA==", "W10=", "eyJudW1iZXIiOiJ4In0=", "{}" })
    void whatIsNoProofIsRefused(String text) {
        assertThat(Puzzle.check(text, this.seal, NOW)).isEmpty();
    }

}
