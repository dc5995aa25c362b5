package org.camundaflows;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camundaflows.app.CamundaFlows;
import org.camundaflows.app.settings.EnvironmentPreparation;
import org.camundaflows.operation.Operation;

/** Which package may know which, and what no class may do. */
@AnalyzeClasses(packages = "org.camundaflows", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String BASE = "org.camundaflows.";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String[] ALWAYS = {"java..", "org.jspecify..", "org.slf4j.."};

    private static final String[] ENGINE = {"org.camunda.bpm.engine..", "org.camunda.spin..", "org.apache.ibatis.."};

    @ArchTest
    static final ArchRule JSON = only("json");

    @ArchTest
    static final ArchRule TEMPLATE = only("template", own("json"));

    @ArchTest
    static final ArchRule OPERATION = only("operation", own("json"));

    @ArchTest
    static final ArchRule FILTER = only("filter", own("json", "template"));

    @ArchTest
    static final ArchRule SECURITY = only("security", and(own("json", "filter"), "javax.crypto.."));

    @ArchTest
    static final ArchRule FLOW = only("flow", and(own("json", "template", "filter", "operation"), "com.cronutils.."));

    @ArchTest
    static final ArchRule STORE = only(
            "store",
            and(
                    own("json", "template", "filter", "security"),
                    "org.jooq..",
                    "org.flywaydb..",
                    "org.yaml.snakeyaml..",
                    "javax.sql..",
                    "org.springframework.security.crypto.."));

    @ArchTest
    static final ArchRule SQL_IS_KNOWN_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "store..", BASE + "app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "org.flywaydb..");

    @ArchTest
    static final ArchRule OPERATIONS_CONTROL = operations("control");

    @ArchTest
    static final ArchRule OPERATIONS_TRANSFORM = operations("transform");

    @ArchTest
    static final ArchRule OPERATIONS_LOG = operations("log");

    @ArchTest
    static final ArchRule OPERATIONS_SCRIPT = operations("script", "org.graalvm.polyglot..", "com.sun.management..");

    @ArchTest
    static final ArchRule OPERATIONS_HTTP = operations("http", "org.apache.hc..", "javax.net.ssl..");

    @ArchTest
    static final ArchRule OPERATIONS_JWT = operations("jwt", "io.jsonwebtoken..", "javax.crypto..");

    @ArchTest
    static final ArchRule OPERATIONS_MAIL = operations(
            "mail",
            "org.springframework.mail..",
            "org.springframework.core..",
            "jakarta.mail..",
            "liqp..",
            "org.antlr..",
            "org.commonmark..",
            "org.owasp..",
            "org.nibor..");

    @ArchTest
    static final ArchRule OPERATIONS_ITEMS =
            operations("items", own("store.items", "store.query", "store.error", "store.access"));

    @ArchTest
    static final ArchRule OPERATIONS_NOTIFY = operations("notify", own("store.items", "store.query", "store.error"));

    @ArchTest
    static final ArchRule AUTHORING = only("authoring", own("json", "flow", "security", "store", "engine"));

    @ArchTest
    static final ArchRule COMPILE = only(
            "compile",
            and(own("json", "operation", "flow"), "org.camunda.bpm.model..", "javax.xml..", "org.w3c.dom.."));

    @ArchTest
    static final ArchRule ENGINE_PACKAGE = only(
            "engine",
            and(
                    own("json", "template", "operation", "flow", "security", "compile"),
                    and(ENGINE, "org.camunda.bpm.model..")));

    @ArchTest
    static final ArchRule TRIGGER = only("trigger", own("json", "flow", "security", "store", "engine"));

    @ArchTest
    static final ArchRule REST = only(
            "rest",
            and(
                    own("json", "flow", "security", "store", "engine", "authoring", "trigger"),
                    "org.springframework.web..",
                    "org.springframework.http..",
                    "org.springframework.util..",
                    "jakarta.servlet.."));

    @ArchTest
    static final ArchRule CLI = only("cli", and(own("json", "operation", "flow", "compile", "engine"), "picocli.."))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule NOTHING_KNOWS_THE_WIRING = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "app..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage(BASE + "app..");

    /** What prepares the environment of the server has to know that it is the server that starts. */
    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES = slices().matching(BASE + "(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(EnvironmentPreparation.class, CamundaFlows.class);

    @ArchTest
    static final ArchRule OPERATION_GROUPS_DO_NOT_KNOW_EACH_OTHER =
            slices().matching(BASE + "operations.(*)..").should().notDependOnEachOther();

    @ArchTest
    static final ArchRule THE_ENGINE_IS_KNOWN_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "engine..", BASE + "app..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(ENGINE);

    @ArchTest
    static final ArchRule THE_BPMN_MODEL_IS_KNOWN_IN_ONE_PLACE = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "compile..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda.bpm.model..");

    @ArchTest
    static final ArchRule SPRING_STAYS_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages(
                    BASE + "app..",
                    BASE + "rest..",
                    BASE + "engine..",
                    BASE + "trigger..",
                    BASE + "store.access..",
                    BASE + "operations.mail..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.springframework..");

    @ArchTest
    static final ArchRule THE_NETWORK_IS_REACHED_FROM_FEW_PLACES = noClasses()
            .that()
            .resideOutsideOfPackages(BASE + "operations.http..", BASE + "security..", BASE + "cli..", BASE + "app..")
            .should()
            .dependOnClassesThat(describe("reach the network", ArchitectureTest::reachesTheNetwork));

    @ArchTest
    static final ArchRule TIME_COMES_FROM_A_CLOCK = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule CHANCE_IS_NOT_PREDICTABLE = noClasses()
            .should()
            .dependOnClassesThat(describe("are predictable generators", type -> Set.of(
                            "java.util.Random", "java.util.concurrent.ThreadLocalRandom", "java.util.SplittableRandom")
                    .contains(type.getName())))
            .because("secrets may come of it");

    /** Command lines talk; the administrator's password is printed once; wrong settings are told before there is a log. */
    @ArchTest
    static final ArchRule NOTHING_IS_PRINTED = noClasses()
            .that()
            .resideOutsideOfPackage(BASE + "cli..")
            .and(not(anyOf(
                    "app.engine.EngineConfiguration",
                    "app.examples.ExamplesConfiguration",
                    "app.settings.SettingFailureReporter")))
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err");

    @ArchTest
    static final ArchRule NOBODY_SLEEPS = noClasses().should().callMethod(Thread.class, "sleep", long.class);

    @ArchTest
    static final ArchRule THERE_IS_ONE_JSON_MAPPER = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(BASE + "json.Json")
            .should()
            .callConstructorWhere(target(owner(assignableTo(ObjectMapper.class))))
            .orShould()
            .callMethod(JsonMapper.class, "builder");

    /** An operation is public, and what its constructor wants. */
    @ArchTest
    static final ArchRule OPERATIONS_SHOW_LITTLE = classes()
            .that()
            .resideInAPackage(BASE + "operations..")
            .and()
            .areTopLevelClasses()
            .and()
            .arePublic()
            .should()
            .implement(Operation.class)
            .orShould()
            .haveSimpleNameEndingWith("Settings")
            .orShould()
            .haveSimpleNameEndingWith("Limits")
            .orShould()
            .haveSimpleNameEndingWith("Services")
            .orShould()
            .haveSimpleNameEndingWith("Mailer")
            .orShould()
            .beInterfaces();

    @ArchTest
    static final ArchRule NAMES_SAY_SOMETHING =
            noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)");

    private static ArchRule operations(String group, String... libraries) {
        return only("operations." + group, and(own("json", "template", "filter", "operation", "security"), libraries));
    }

    /** Classes of a package depend on themselves, what everybody may use, and the given packages. */
    private static ArchRule only(String name, String... others) {
        String[] allowed = and(and(ALWAYS, JACKSON, BASE + name + ".."), others);
        return classes()
                .that()
                .resideInAPackage(BASE + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(primitiveArrays()));
    }

    private static DescribedPredicate<JavaClass> primitiveArrays() {
        return describe(
                "are arrays of primitives",
                type -> type.isArray() && type.getBaseComponentType().isPrimitive());
    }

    private static DescribedPredicate<JavaClass> anyOf(String... names) {
        return describe("are " + List.of(names), type -> Stream.of(names)
                .anyMatch(name -> type.getName().equals(BASE + name)));
    }

    private static String[] own(String... names) {
        return Stream.of(names).map(name -> BASE + name + "..").toArray(String[]::new);
    }

    private static String[] and(String[] some, String... more) {
        return Stream.concat(Stream.of(some), Stream.of(more)).toArray(String[]::new);
    }

    private static boolean reachesTheNetwork(JavaClass type) {
        String name = type.getName();
        return (name.startsWith("java.net.")
                        && !Set.of(
                                        "java.net.URI",
                                        "java.net.URLDecoder",
                                        "java.net.URLEncoder",
                                        "java.net.URISyntaxException",
                                        "java.net.IDN")
                                .contains(name))
                || name.startsWith("java.net.http.")
                || name.startsWith("javax.net.")
                || name.startsWith("java.nio.channels.Socket")
                || name.startsWith("org.apache.hc.");
    }
}
