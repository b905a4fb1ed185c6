package newsletter.audit;

import java.util.Arrays;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.springframework.stereotype.Controller;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

/** The structure rules. */
@AnalyzeClasses(packages = "newsletter.audit", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final DescribedPredicate<JavaClass> DECIDING = DescribedPredicate.describe("decide",
            (type) -> type.getFullName()
                .matches("newsletter\\.audit\\.(ingest\\.Sieve|history\\.MayWeWrite|ledger\\.Recorded"
                        + "|checkpoint\\.(Checkpoint|SignedNote)|delivery\\.Books\\$Sum)(\\$.*)?"));

    @ArchTest
    static final ArchRule noCycles = slices().matching("newsletter.audit.(*)..").should().beFreeOfCycles();

    /** What a proof rests on can be read, and run, without anything else. */
    @ArchTest
    static final ArchRule theTreeIsMathematics = classes().that()
        .resideInAPackage("newsletter.audit.tree")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.jspecify..", "newsletter.audit.tree");

    @ArchTest
    static final ArchRule readingTouchesNoTable = direction("reading", "ledger", "tree");

    @ArchTest
    static final ArchRule theLedgerKnowsTheTreeAlone = direction("ledger", "tree");

    @ArchTest
    static final ArchRule signingKnowsNoPerson = direction("checkpoint", "ledger", "tree");

    @ArchTest
    static final ArchRule proofsKnowNoPerson = direction("evidence", "checkpoint", "delivery", "ledger", "reading",
            "tree");

    @ArchTest
    static final ArchRule theCheckKnowsNoPerson = direction("integrity", "checkpoint", "delivery", "ledger", "reading",
            "tree");

    /** It writes down that somebody looks, and sees nothing of what is shown. */
    @ArchTest
    static final ArchRule accessShowsNothing = direction("access", "person");

    private static ArchRule direction(String from, String... to) {
        return noClasses().that()
            .resideInAPackage("newsletter.audit." + from)
            .should()
            .dependOnClassesThat(DescribedPredicate.describe("are of another subject",
                    (type) -> type.getPackageName().startsWith("newsletter.audit.")
                            && !type.getPackageName().equals("newsletter.audit." + from) && Arrays.stream(to)
                                .noneMatch((name) -> type.getPackageName().equals("newsletter.audit." + name))));
    }

    @ArchTest
    static final ArchRule pagesKnowNoTable = noClasses().that()
        .areAnnotatedWith(Controller.class)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..");

    /** A person is looked at through a recorded look, or not at all. */
    @ArchTest
    static final ArchRule onlyALookFindsAPerson = noClasses().that()
        .resideOutsideOfPackages("newsletter.audit.access", "newsletter.audit.person", "newsletter.audit.history")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("newsletter.audit.person.People");

    /** Addresses become readable in one place. */
    @ArchTest
    static final ArchRule addressesAreReadInOnePlace = noClasses().that()
        .haveNameNotMatching("newsletter\\.audit\\.(person\\.People|Keys)")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("newsletter.personaldata.AddressCipher");

    /** The private key signs checkpoints, and nothing else. */
    @ArchTest
    static final ArchRule oneTypeSigns = noClasses().that()
        .haveNameNotMatching("newsletter\\.audit\\.checkpoint\\.CheckpointKey")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.google.crypto.tink.PublicKeySign");

    @ArchTest
    static final ArchRule whatDecidesKnowsNoFramework = classes().that(DECIDING)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "newsletter..", "org.jspecify..");

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses().should()
        .haveNameMatching(".*(Service|Impl|Util|Utils|Helper|Manager|Dto|Entity|Repository|Factory|Mapper)");

    /**
     * Pages and other subjects share more here than elsewhere: half is too much to ask.
     */
    @ArchTest
    static void someTypesAreNobodyElsesBusiness(JavaClasses types) {
        var topLevel = types.stream().filter((type) -> type.isTopLevelClass() && !type.isInterface()).toList();
        var shared = topLevel.stream().filter((type) -> type.getModifiers().contains(JavaModifier.PUBLIC)).toList();
        assertThat(shared.size() * 3).as("public: %s", shared).isLessThanOrEqualTo(topLevel.size() * 2);
    }

}
