package org.labjanitor.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.labjanitor.architecture.Rooms.BUCKETS;
import static org.labjanitor.architecture.Rooms.CLI;
import static org.labjanitor.architecture.Rooms.CORE;
import static org.labjanitor.architecture.Rooms.INSTANCES;
import static org.labjanitor.architecture.Rooms.LAUNCHER;
import static org.labjanitor.architecture.Rooms.RUNTIME;
import static org.labjanitor.architecture.Rooms.SIMULATOR;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Dependencies point one way: core, runtime, functions, cli; the simulator stands alone. */
class DependencyTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"core", "runtime", "instances", "buckets", "launcher", "cli", "simulator"})
    void everyRoomIsLookedAt(String room) {
        assertThat(Rooms.house())
                .anyMatch(type -> type.getPackageName().startsWith("org.labjanitor." + room));
    }

    @Test
    void coreUsesNoOtherRoom() {
        noClasses()
                .that()
                .resideInAPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(RUNTIME, INSTANCES, BUCKETS, LAUNCHER, CLI, SIMULATOR)
                .check(Rooms.house());
    }

    @Test
    void runtimeUsesNoFunctionNorWhatIsNotDeployed() {
        noClasses()
                .that()
                .resideInAPackage(RUNTIME)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(INSTANCES, BUCKETS, LAUNCHER, CLI, SIMULATOR)
                .check(Rooms.house());
    }

    @Test
    void functionsUseNothingThatIsNotDeployed() {
        noClasses()
                .that()
                .resideInAnyPackage(INSTANCES, BUCKETS, LAUNCHER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CLI, SIMULATOR)
                .check(Rooms.house());
    }

    @Test
    void theSimulatorUsesNoRoom() {
        noClasses()
                .that()
                .resideInAPackage(SIMULATOR)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(CORE, RUNTIME, INSTANCES, BUCKETS, LAUNCHER, CLI)
                .check(Rooms.house());
    }

    @Test
    void onlyTheCliReadsCommandLines() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE, RUNTIME, INSTANCES, BUCKETS, LAUNCHER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(Rooms.house());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.labjanitor.core.(*)..",
                "org.labjanitor.runtime.(*)..",
                "org.labjanitor.instances.(*)..",
                "org.labjanitor.buckets.(*)..",
                "org.labjanitor.launcher.(*)..",
                "org.labjanitor.cli.(*)..",
                "org.labjanitor.simulator.(*).."
            })
    void packagesOfARoomFormNoCycle(String room) {
        slices().matching(room).should().beFreeOfCycles().check(Rooms.house());
    }
}
