package org.labjanitor.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.architecture.Rooms.BUCKETS;
import static org.labjanitor.architecture.Rooms.CLI;
import static org.labjanitor.architecture.Rooms.CORE;
import static org.labjanitor.architecture.Rooms.INSTANCES;
import static org.labjanitor.architecture.Rooms.LAUNCHER;
import static org.labjanitor.architecture.Rooms.RUNTIME;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.sink.LambdaSinks;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** What the code of a room must not know or do. */
class PurityTest {
    private static final ArchCondition<JavaClass> READ_THE_TIME = callMethodWhere(readsTheTime());
    private static final ArchCondition<JavaClass> BUILD_A_CLIENT = callMethodWhere(buildsAClient());

    @Test
    void coreKnowsNoAwsNoLambdaAndNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..",
                        "com.amazonaws..",
                        "java.io..",
                        "java.net..",
                        "java.nio..")
                .check(Rooms.house());
    }

    @Test
    void coreHasNoClockOfItsOwn() {
        noClasses().that().resideInAPackage(CORE).should(READ_THE_TIME).check(Rooms.house());
    }

    @Test
    void whatIsDeployedPrintsAndLogsInOnePlaceOnly() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE, RUNTIME, INSTANCES, BUCKETS, LAUNCHER)
                .and()
                .doNotBelongToAnyOf(LambdaSinks.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .orShould()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(Rooms.house());
    }

    @Test
    void nobodyKeepsAnOptional() {
        noFields().should().haveRawType(Optional.class).check(Rooms.house());
    }

    @Test
    void nobodyAsksForAnOptional() {
        noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(CORE, RUNTIME, INSTANCES, BUCKETS, LAUNCHER, CLI)
                .and()
                .areNotPrivate()
                .should()
                .haveRawParameterTypes(
                        describe(
                                "an Optional",
                                types ->
                                        types.stream()
                                                .anyMatch(type ->
                                                        type.isEquivalentTo(Optional.class))))
                .check(Rooms.house());
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().should().beFinal().check(Rooms.house());
    }

    @Test
    void clientsAreBuiltInOnePlace() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(AwsClients.class)
                .should(BUILD_A_CLIENT)
                .check(Rooms.house());
    }

    /** A rule that notices nothing holds everywhere; these two are made here, so they are tried. */
    @Test
    void theRulesNoticeAnOffender() {
        JavaClasses offender = new ClassFileImporter().importClasses(Offender.class);

        assertThat(noClasses().should(READ_THE_TIME).evaluate(offender).hasViolation()).isTrue();
        assertThat(
                        noClasses()
                                .should(BUILD_A_CLIENT)
                                .evaluate(offender)
                                .getFailureReport()
                                .getDetails())
                .hasSize(2);
    }

    /** Does what the rules forbid. */
    static final class Offender {
        static Object clients() {
            return List.of(
                    StsClient.create(), StsClient.builder().region(Region.US_EAST_1).build());
        }

        static Instant time() {
            return Instant.now();
        }
    }

    private static DescribedPredicate<JavaMethodCall> readsTheTime() {
        return new DescribedPredicate<>("the time is read") {
            @Override
            public boolean test(JavaMethodCall call) {
                JavaClass owner = call.getTargetOwner();
                String method = call.getName();
                return (owner.isEquivalentTo(Instant.class) && method.equals("now"))
                        || (owner.isEquivalentTo(Clock.class) && method.startsWith("system"))
                        || (owner.isEquivalentTo(InstantSource.class) && method.equals("system"))
                        || (owner.isEquivalentTo(System.class)
                                && (method.equals("currentTimeMillis")
                                        || method.equals("nanoTime")))
                        || (owner.getPackageName().equals("java.time") && method.equals("now"));
            }
        };
    }

    private static DescribedPredicate<JavaMethodCall> buildsAClient() {
        return new DescribedPredicate<>("an SDK client is created or built") {
            @Override
            public boolean test(JavaMethodCall call) {
                String owner = call.getTargetOwner().getName();
                boolean ofSdk = owner.startsWith("software.amazon.awssdk.services.");
                boolean created = owner.endsWith("Client") && call.getName().equals("create");
                boolean built = owner.endsWith("ClientBuilder") && call.getName().equals("build");
                return ofSdk && (created || built);
            }
        };
    }
}
