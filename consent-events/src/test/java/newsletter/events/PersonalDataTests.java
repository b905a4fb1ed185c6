package newsletter.events;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** No event carries what could name a resident, but the one that is made for it. */
class PersonalDataTests {

    private static final Set<String> NAMING = Set.of("address", "email", "mailbox", "recipient", "name", "names",
            "first", "last", "surname", "given", "phone", "mobile", "ip", "host", "agent", "device", "token", "tag",
            "salt", "hash", "birth", "born", "age", "gender", "postcode", "street", "location", "comment", "note",
            "remark", "free");

    /** Each with the reason why it is none. */
    private static final Set<String> HARMLESS = Set.of(
            // Opens only with a salt that erasure destroys.
            "ConsentGiven.addressCommitment", "AddressChanged.addressCommitment",
            // The newsletter's, and the city's.
            "NewsletterPublished.name", "Text.name", "NewsletterPublished.senderAddress");

    @Test
    void noFieldOfAnEventNamesAPerson() {
        assertThat(Samples.types().stream().filter((type) -> type != SubscriberContact.class).flatMap(this::suspects))
            .isEmpty();
    }

    @Test
    void whatIsHarmlessIsStillThere() {
        assertThat(Samples.types().stream().flatMap(PersonalDataTests::components).map(PersonalDataTests::place))
            .containsAll(HARMLESS);
    }

    @ParameterizedTest
    @ValueSource(strings = { "emailAddress", "subscriberName", "ip", "ipAddress", "userAgent", "accessToken" })
    void theListKnowsTheUsualNames(String name) {
        assertThat(words(name)).anyMatch(NAMING::contains);
    }

    @ParameterizedTest
    @ValueSource(strings = { "subscriberId", "newsletterId", "privacyNotice", "confirmationMail", "messageId",
            "receiptNumber" })
    void theListLeavesTheRestAlone(String name) {
        assertThat(words(name)).noneMatch(NAMING::contains);
    }

    private Stream<String> suspects(Class<?> type) {
        return components(type).filter((component) -> words(component.getName()).stream().anyMatch(NAMING::contains))
            .map(PersonalDataTests::place)
            .filter((place) -> !HARMLESS.contains(place));
    }

    /** Those of the lists in it as well. */
    private static Stream<RecordComponent> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
            .flatMap((component) -> Stream.concat(Stream.of(component), nested(component)));
    }

    private static Stream<RecordComponent> nested(RecordComponent component) {
        if (component.getGenericType() instanceof ParameterizedType list
                && list.getActualTypeArguments()[0] instanceof Class<?> item && item.isRecord()) {
            return components(item);
        }
        return component.getType().isRecord() ? components(component.getType()) : Stream.empty();
    }

    private static String place(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    private static List<String> words(String name) {
        return Arrays.stream(name.split("(?=\\p{Upper})")).map((word) -> word.toLowerCase(Locale.ROOT)).toList();
    }

}
