package org.labjanitor.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The rooms of the house by their packages, and all classes in them but tests. */
final class Rooms {
    static final String CORE = "org.labjanitor.core..";
    static final String RUNTIME = "org.labjanitor.runtime..";
    static final String INSTANCES = "org.labjanitor.instances..";
    static final String BUCKETS = "org.labjanitor.buckets..";
    static final String LAUNCHER = "org.labjanitor.launcher..";
    static final String CLI = "org.labjanitor.cli..";
    static final String SIMULATOR = "org.labjanitor.simulator..";

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .withImportOption(location -> !location.contains("/test-classes/"))
                    .importPackages("org.labjanitor");

    private Rooms() {}

    static JavaClasses house() {
        return HOUSE;
    }
}
