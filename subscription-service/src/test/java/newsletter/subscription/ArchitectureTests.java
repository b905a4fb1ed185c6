package newsletter.subscription;

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

@AnalyzeClasses(packages = "newsletter.subscription", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final DescribedPredicate<JavaClass> DECIDING = DescribedPredicate.describe("decide", (type) -> type
        .getSimpleName()
        .matches("Agreements|LiveConsent|Withdrawn|SubscriptionRequest|LetterBudget|Asked|FormStamp|Terms"
                + "|Confirmed|Answer|State|Newsletter|Wording|Shown|Publication|PublishedEdition"
                + "|NewsPage|Receipt|Document|History|LinkBudget|Running|Today|Step|WellKnownDomains" + "|AddressChange"
                + "|Review|Entry|Refused|Settings|Present|Revision|Series|Semver|Draft|Finding|Lint"));

    @ArchTest
    static final ArchRule noCycles = slices().matching("newsletter.subscription.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule contactsKnowNobody = direction("contact");

    @ArchTest
    static final ArchRule theCatalogueKnowsNobody = direction("catalogue");

    @ArchTest
    static final ArchRule theLanguageOfAPageKnowsNobody = direction("language");

    @ArchTest
    static final ArchRule consentKnowsWhomAndWhat = direction("consent", "contact", "catalogue");

    @ArchTest
    static final ArchRule signingUpEndsBeforeTheMail = direction("signup", "consent", "contact", "catalogue",
            "maildomain", "suppression");

    @ArchTest
    static final ArchRule whetherADomainTakesMailIsNobodysSecret = direction("maildomain");

    @ArchTest
    static final ArchRule theArchiveOnlyOffersTheForm = direction("archive", "signup", "catalogue");

    @ArchTest
    static final ArchRule aReceiptIsOfWhatWasAgreed = direction("receipt", "consent", "catalogue");

    @ArchTest
    static final ArchRule checkingAReceiptLooksNobodyUpAndTellsNobody = noClasses().that()
        .haveSimpleNameStartingWith("Verif")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "org.slf4j..", "newsletter.outbox..")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("Receipts");

    @ArchTest
    static final ArchRule preferencesAskLikeAnybodyElse = direction("preferences", "signup", "consent", "contact",
            "catalogue", "accesslink");

    @ArchTest
    static final ArchRule renewingAsksLikeAnybodyElse = direction("renewal", "signup", "consent", "contact",
            "catalogue", "retention");

    @ArchTest
    static final ArchRule aNewAddressIsNobodysConsent = direction("newaddress", "accesslink", "suppression", "signup",
            "consent", "contact");

    @ArchTest
    static final ArchRule whoWantsALinkIsOnlyLookedUp = direction("accesslink", "contact", "consent");

    @ArchTest
    static final ArchRule whatIsReportedIsOnlyKept = direction("reported");

    @ArchTest
    static final ArchRule aCopyIsOfWhatOthersHold = direction("yourdata", "accesslink", "consent", "contact", "receipt",
            "reported", "rights");

    @ArchTest
    static final ArchRule aRightIsUsedWithAnOwnersLink = direction("rights", "accesslink", "consent", "contact",
            "desk");

    @ArchTest
    static final ArchRule theFormForALinkLooksNobodyUp = noClasses().that()
        .haveSimpleName("LinkController")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("newsletter.subscription.contact");

    @ArchTest
    static final ArchRule aSuppressionLeadsToNobody = direction("suppression");

    @ArchTest
    static final ArchRule erasureIsCarriedByWhoeverKeepsSomething = direction("erasure", "accesslink",
            "acknowledgement", "consent", "contact", "suppression");

    @ArchTest
    static final ArchRule theDeskKnowsNobody = direction("desk");

    @ArchTest
    static final ArchRule residentsPagesKnowNoDesk = noClasses().that()
        .resideInAnyPackage("newsletter.subscription.signup", "newsletter.subscription.confirmation",
                "newsletter.subscription.consent", "newsletter.subscription.preferences",
                "newsletter.subscription.accesslink", "newsletter.subscription.receipt",
                "newsletter.subscription.archive", "newsletter.subscription.newaddress",
                "newsletter.subscription.yourdata", "newsletter.subscription.reported",
                "newsletter.subscription.erasure")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("newsletter.subscription.desk", "newsletter.subscription.review",
                "newsletter.subscription.settings", "newsletter.subscription.wordings");

    @ArchTest
    static final ArchRule aReviewKnowsNothingOfWhatIsReviewed = direction("review", "desk");

    @ArchTest
    static final ArchRule settingsAreOfTheCatalogue = direction("settings", "review", "desk", "catalogue");

    @ArchTest
    static final ArchRule wordingsAreOfTheCatalogue = direction("wordings", "review", "desk", "catalogue");

    private static ArchRule direction(String from, String... to) {
        return noClasses().that()
            .resideInAPackage("newsletter.subscription." + from)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe("are of another subject",
                    (type) -> type.getPackageName().startsWith("newsletter.subscription.")
                            && !type.getPackageName().equals("newsletter.subscription." + from) && Arrays.stream(to)
                                .noneMatch((name) -> type.getPackageName().equals("newsletter.subscription." + name))));
    }

    @ArchTest
    static final ArchRule whatDecidesKnowsNoFramework = classes().that(DECIDING)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "newsletter..", "org.jspecify..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses().should()
        .haveNameMatching(".*(Service|Impl|Util|Utils|Helper|Manager|Dto|Entity|Repository|Factory|Mapper)");

    @ArchTest
    static void halfOfTheTypesAreNobodyElsesBusiness(JavaClasses types) {
        var topLevel = types.stream().filter((type) -> type.isTopLevelClass() && !type.isInterface()).toList();
        var shared = topLevel.stream().filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC)).toList();
        assertThat(shared.size() * 2).as("public: %s", shared).isLessThanOrEqualTo(topLevel.size());
    }

}
