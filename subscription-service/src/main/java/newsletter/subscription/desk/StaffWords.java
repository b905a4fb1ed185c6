package newsletter.subscription.desk;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import newsletter.theme.Option;

/** What stands beside radio buttons, from the bundle for staff. */
@ForStaff
@Component
public class StaffWords {

    private final MessageSource messages;

    StaffWords(MessageSource messages) {
        this.messages = messages;
    }

    public String say(String key, Object... arguments) {
        return this.messages.getMessage(key, arguments, Locale.ENGLISH);
    }

    /** Each with the words of {@code <prefix>.<value>}. */
    public List<Option> options(String prefix, String... values) {
        return Stream.of(values).map((value) -> new Option(value, say(prefix + "." + value))).toList();
    }

}
