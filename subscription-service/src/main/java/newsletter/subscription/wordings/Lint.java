package newsletter.subscription.wordings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import newsletter.subscription.catalogue.Markdown.Section;

/**
 * What each kind of wording has to say: a statement names who, what for and the right to
 * withdraw (C-02, C-06), a privacy notice has all that Article 13 wants (C-05), and a
 * letter is no advertisement (C-09). It finds what is missing, not what is wrong: an
 * officer reads all of it.
 *
 * @param controller the city's name
 * @param officer the address of its data-protection officer
 */
record Lint(String controller, String officer) {

    private static final Map<String, Pattern> WITHDRAWAL = Map.of("en",
            Pattern.compile("withdraw\\b.*\\bat any time|at any time\\b.*\\bwithdraw", Pattern.DOTALL), "pl",
            Pattern.compile("(wycofa|cofn).*w każdej chwili|w każdej chwili.*(wycofa|cofn)", Pattern.DOTALL));

    /** Article 13 of the UK GDPR, letter by letter, and what else the form promises. */
    private static final Map<String, List<String>> HEADINGS = Map.of("en",
            List.of("The short version", "Who is responsible", "Our data protection officer", "What data we use",
                    "What we use it for, and why we may", "Who receives your data", "Transfers to other countries",
                    "How long we keep it", "Your rights", "Withdrawing your consent", "Complaining",
                    "Whether you have to give us your data", "Automated decisions"),
            "pl",
            List.of("W skrócie", "Kto odpowiada za dane", "Nasz inspektor ochrony danych", "Jakich danych używamy",
                    "Do czego ich używamy i dlaczego nam wolno", "Kto otrzymuje Twoje dane",
                    "Przekazywanie danych do innych krajów", "Jak długo przechowujemy dane", "Twoje prawa",
                    "Wycofanie zgody", "Skarga", "Czy musisz podać nam swoje dane", "Decyzje automatyczne"));

    private static final Pattern LINK = Pattern.compile("https?:|www\\.|<a\\b");

    /** Of a statement, a notice or a letter. */
    List<Finding> check(Series series, String newsletterName, String text, List<Section> sections) {
        return switch (series.kind()) {
            case CONSENT_STATEMENT -> statement(series.language(), newsletterName, text);
            case PRIVACY_NOTICE -> notice(series.language(), text, sections);
            case CONFIRMATION_MAIL, RENEWAL_MAIL, PERMISSION_MAIL -> letter(text);
        };
    }

    private List<Finding> statement(String language, String newsletterName, String text) {
        var findings = new ArrayList<Finding>();
        lacks(findings, text, this.controller, "no-controller");
        lacks(findings, text, newsletterName, "no-newsletter");
        Pattern withdrawal = WITHDRAWAL.get(language);
        if (withdrawal != null && !withdrawal.matcher(text).find()) {
            findings.add(new Finding("no-withdrawal"));
        }
        return List.copyOf(findings);
    }

    private List<Finding> notice(String language, String text, List<Section> sections) {
        var findings = new ArrayList<Finding>();
        Map<String, String> bodies = sections.stream()
            .collect(Collectors.toMap(Section::heading, Section::text, (first, second) -> first + second));
        for (String heading : HEADINGS.getOrDefault(language, List.of())) {
            if (!bodies.containsKey(heading)) {
                findings.add(new Finding("no-heading", heading));
            }
        }
        bodies.forEach((heading, body) -> {
            if (body.isBlank()) {
                findings.add(new Finding("empty-section", heading));
            }
        });
        lacks(findings, text, this.controller, "no-controller");
        lacks(findings, text, this.officer, "no-officer");
        return List.copyOf(findings);
    }

    private static List<Finding> letter(String text) {
        return LINK.matcher(text).find() ? List.of(new Finding("link")) : List.of();
    }

    private static void lacks(List<Finding> findings, String text, String words, String key) {
        if (!text.contains(words)) {
            findings.add(new Finding(key, words));
        }
    }

}
