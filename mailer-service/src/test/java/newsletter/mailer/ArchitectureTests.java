package newsletter.mailer;

import java.util.Arrays;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The structure rules. */
@AnalyzeClasses(packages = "newsletter.mailer", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final DescribedPredicate<JavaClass> DECIDING = DescribedPredicate.describe("decide",
            (type) -> type.getSimpleName()
                .matches("Claim|Settled|Letter|ClaimedLetter|Edition|Recipient|CompiledMail"));

    @ArchTest
    static final ArchRule noCycles = slices().matching("newsletter.mailer.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theAudienceKnowsNobody = direction("audience");

    @ArchTest
    static final ArchRule theSiteKnowsNobody = direction("site");

    @ArchTest
    static final ArchRule handingOverKnowsNobody = direction("handover");

    @ArchTest
    static final ArchRule manuscriptsKnowNobody = direction("manuscript");

    @ArchTest
    static final ArchRule theFormOfMailsKnowsNobody = direction("mime");

    @ArchTest
    static final ArchRule renderingKnowsWhatItShows = direction("rendering", "manuscript", "mime", "audience", "site");

    /** Neither letters nor the audience: those it shares a database with, by SQL. */
    @ArchTest
    static final ArchRule deliveriesKnowNoDesk = direction("delivery", "rendering", "handover", "site");

    @ArchTest
    static final ArchRule lettersKnowNoEdition = direction("letter", "rendering", "mime", "handover", "site");

    @ArchTest
    static final ArchRule theDeskKnowsNoWire = direction("edition", "delivery", "rendering", "manuscript", "audience",
            "site");

    private static ArchRule direction(String from, String... to) {
        return noClasses().that()
            .resideInAPackage("newsletter.mailer." + from)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe("are of another subject",
                    (type) -> type.getPackageName().startsWith("newsletter.mailer.")
                            && !type.getPackageName().equals("newsletter.mailer." + from) && Arrays.stream(to)
                                .noneMatch((name) -> type.getPackageName().equals("newsletter.mailer." + name))));
    }

    /** Mail leaves in one place, where one answer is kept for each. */
    @ArchTest
    static final ArchRule oneSubjectSpeaksToTheMailServer = noClasses().that()
        .resideOutsideOfPackage("newsletter.mailer.handover")
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
                "jakarta\\.mail\\.(Transport|Service)|org\\.eclipse\\.angus\\..*|org\\.springframework\\.mail\\..*");

    /** Addresses become readable only where a mail to them is made (I-10). */
    @ArchTest
    static final ArchRule addressesAreReadWhereMailIsMade = noClasses().that()
        .haveNameNotMatching("newsletter\\.mailer\\.(delivery\\.Copies|letter\\.LetterWork|Keys)")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("newsletter.personaldata.AddressCipher");

    @ArchTest
    static final ArchRule whatDecidesKnowsNoFramework = classes().that(DECIDING)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "newsletter..", "org.jspecify..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses().that()
        .doNotHaveFullyQualifiedName("newsletter.mailer.MailerService")
        .should()
        .haveNameMatching(".*(Service|Impl|Util|Utils|Helper|Manager|Dto|Entity|Repository|Factory|Mapper)");

    @ArchTest
    static void halfOfTheTypesAreNobodyElsesBusiness(JavaClasses types) {
        var topLevel = types.stream().filter((type) -> type.isTopLevelClass() && !type.isInterface()).toList();
        var shared = topLevel.stream().filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC)).toList();
        assertThat(shared.size() * 2).as("public: %s", shared).isLessThanOrEqualTo(topLevel.size());
    }

}
