package dev.ramah;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Which room may use which, and what stays inside of one. A new room is a line in {@link #ROOMS}. */
class ArchitectureTest {

    private static final String ROOT = "dev.ramah.";

    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.ramah");

    /** Each room and those it may use; all may use platform, which uses none. */
    private static final Map<String, Set<String>> ROOMS = new TreeMap<>(Map.ofEntries(
            Map.entry("platform", Set.of()),
            Map.entry("language", Set.of()),
            Map.entry("staff", Set.of()),
            Map.entry("customer", Set.of("staff")),
            Map.entry("knowledge", Set.of("language", "staff")),
            Map.entry("conversation", Set.of("customer", "staff")),
            Map.entry("bot", Set.of("conversation", "customer", "knowledge", "language", "staff")),
            Map.entry("delivery", Set.of("conversation", "customer", "staff")),
            Map.entry("recall", Set.of("conversation")),
            Map.entry("summary", Set.of("conversation", "language", "recall")),
            Map.entry("routing", Set.of()),
            Map.entry(
                    "desk",
                    Set.of(
                            "conversation",
                            "customer",
                            "delivery",
                            "knowledge",
                            "language",
                            "recall",
                            "routing",
                            "staff",
                            "summary")),
            Map.entry("feedback", Set.of("conversation", "customer", "delivery", "knowledge", "language", "staff")),
            Map.entry("expectation", Set.of()),
            Map.entry("loyalty", Set.of("feedback")),
            Map.entry("survey", Set.of("conversation", "customer", "delivery", "desk", "feedback", "staff")),
            Map.entry("theme", Set.of("conversation", "customer", "delivery", "feedback", "language", "staff")),
            Map.entry("goodwill", Set.of("conversation", "desk", "staff")),
            Map.entry("attachment", Set.of("conversation", "desk", "staff")),
            // Nobody but the sample world uses it: what is rehearsed happens nowhere.
            Map.entry("practice", Set.of("conversation", "customer", "knowledge", "language", "recall", "staff")),
            Map.entry(
                    "replies", Set.of("conversation", "customer", "desk", "knowledge", "language", "recall", "staff")),
            Map.entry(
                    "insight",
                    Set.of(
                            "bot",
                            "conversation",
                            "customer",
                            "delivery",
                            "desk",
                            "expectation",
                            "feedback",
                            "knowledge",
                            "language",
                            "loyalty",
                            "staff",
                            "survey",
                            "theme")),
            // The sample world plays everybody, and nobody uses it.
            Map.entry(
                    "world",
                    Set.of("conversation", "customer", "goodwill", "knowledge", "practice", "replies", "staff"))));

    @Test
    void everyPackageIsARoomOfTheTable() {
        Set<String> found = CODE.stream()
                .map(each -> each.getPackageName().substring(ROOT.length()).split("\\.", -1)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(ROOMS.keySet(), found);
    }

    @TestFactory
    Stream<DynamicTest> roomsUseOnlyWhatTheTableAllows() {
        return ROOMS.keySet().stream()
                .map(room -> dynamicTest(room, () -> noClasses()
                        .that(resideInAPackage(ROOT + room + ".."))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(forbiddenTo(room)))
                        .check(CODE)));
    }

    private static String[] forbiddenTo(String room) {
        return ROOMS.keySet().stream()
                .filter(each -> !each.equals(room)
                        && !each.equals("platform")
                        && !ROOMS.get(room).contains(each))
                .map(each -> ROOT + each + "..")
                .toArray(String[]::new);
    }

    /** What is rehearsed happens nowhere: that room reads conversations and has no way to write one. */
    @Test
    void rehearsalsOnlyReadConversations() {
        check(noClasses()
                .that(resideInAPackage(ROOT + "practice.."))
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "are of conversations and no reading",
                        (JavaMethodCall call) ->
                                call.getTargetOwner().getSimpleName().equals("Conversations")
                                        && !Set.of("find", "entries").contains(call.getName()))));
    }

    @Test
    void thereAreNoCycles() {
        check(slices().matching("dev.ramah.(*)..").should().beFreeOfCycles());
    }

    @Test
    void onlySocketsTouchWebsockets() {
        check(noClasses()
                .that(areNotPartOf("Socket"))
                .and(areNotPartOf("Sockets"))
                .should()
                .dependOnClassesThat(resideInAPackage("io.quarkus.websockets.next..")));
    }

    @Test
    void onlyResourcesTouchJaxRs() {
        check(noClasses()
                .that(areNotPartOf("Resource"))
                .and()
                .haveSimpleNameNotStartingWith("ProblemJson")
                .and()
                .doNotHaveSimpleName("LostPage")
                .should()
                .dependOnClassesThat(resideInAPackage("jakarta.ws.rs..")));
    }

    @Test
    void nobodyCallsASocketOrAResource() {
        check(noClasses()
                .that(areNotPartOf("Socket"))
                .and(areNotPartOf("Resource"))
                .should()
                .dependOnClassesThat(resideInAPackage("dev.ramah..")
                        .and(simpleNameEndingWith("Resource")
                                .or(simpleNameEndingWith("Socket").and(isADoor())))));
    }

    @Test
    void onlyLanguageKnowsLangChain4j() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.ramah.language..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("dev.langchain4j..", "ai.onnxruntime..", "ai.djl..")));
    }

    @Test
    void luceneStaysInsideKnowledge() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.ramah.knowledge..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.apache.lucene..")));
    }

    @Test
    void onlyMetersTouchTheMetrics() {
        check(noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Meters")
                .should()
                .dependOnClassesThat(resideInAPackage("io.micrometer..")));
    }

    @Test
    void onlyTracesTouchOpenTelemetry() {
        check(noClasses()
                .that(areNotPartOf("Trace"))
                .and(areNotPartOf("Traces"))
                .should()
                .dependOnClassesThat(resideInAPackage("io.opentelemetry..")));
    }

    @Test
    void theTimeComesFromTheClock() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("dev.ramah.platform..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC"));
    }

    /** The plural classes are the doors of their rooms; entities, sockets and resources open no transactions. */
    @Test
    void transactionsOpenOnlyInTheDoors() {
        check(methods()
                .that()
                .areAnnotatedWith(Transactional.class)
                .should()
                .beDeclaredInClassesThat(DescribedPredicate.describe(
                        "are named in the plural, as doors are", each -> isPlural(each.getSimpleName()))));
    }

    private static boolean isPlural(String name) {
        return name.endsWith("s") || name.contains("sOf");
    }

    @Test
    void namesSayWhatThingsAre() {
        for (String nothing : List.of("Service", "Manager", "Helper", "Util", "Utils", "Impl", "DTO", "Dto")) {
            check(noClasses().should().haveSimpleNameEndingWith(nothing));
        }
    }

    @Test
    void everyRoomSaysWhatItIsAndRefusesNull() {
        for (String room : ROOMS.keySet()) {
            check(classes()
                    .that()
                    .resideInAPackage(ROOT + room)
                    .and()
                    .haveSimpleName("package-info")
                    .should()
                    .beAnnotatedWith("org.jspecify.annotations.NullMarked"));
        }
    }

    private static void check(ArchRule rule) {
        rule.check(CODE);
    }

    /** A class of this kind, or one inside of it. */
    private static DescribedPredicate<JavaClass> areNotPartOf(String kind) {
        return DescribedPredicate.describe(
                "are not part of a *" + kind,
                each -> Arrays.stream(each.getName().split("[.$]", -1)).noneMatch(part -> part.endsWith(kind)));
    }

    private static DescribedPredicate<JavaClass> isADoor() {
        return DescribedPredicate.describe(
                "has an address", each -> each.isAnnotatedWith("io.quarkus.websockets.next.WebSocket"));
    }
}
