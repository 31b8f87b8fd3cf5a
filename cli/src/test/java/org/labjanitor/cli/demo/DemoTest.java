package org.labjanitor.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.labjanitor.cli.shell.Shell;
import org.labjanitor.cli.shell.Shell.Ran;

class DemoTest {
    private static final Ran DEMO = Shell.offline().run("demo");

    @Test
    void theDemoTellsTheWholeStoryAndTouchesNothing() {
        assertThat(DEMO.exitCode()).isZero();
        assertThat(DEMO.err()).isEmpty();
        assertThat(DEMO.out())
                .containsSubsequence(
                        "1. A lab on a Sunday evening",
                        "43 instances in us-east-1 and eu-west-1",
                        "2. What may go?",
                        "May go · 17 instances · about $",
                        "Unknown, so kept · 2 instances",
                        "Complete.",
                        "3. Why the others stay",
                        "course-vm",
                        "license-server",
                        "gpu-train",
                        "jupyter-dora",
                        "4. Cleaning up, at most 12",
                        "Removed · 12 instances · about $",
                        "May go, but not in this run · 5 instances",
                        "5. Two hours later",
                        "sees 30 lab instances instead of 42",
                        "Of the 12 that were removed, 0 are left",
                        "6. Buckets whose time is over",
                        "The account has 10 buckets, too.",
                        "May go · 3 buckets · about $",
                        "lab-eu-microscope",
                        "Unknown, so kept · 1 bucket",
                        "Kept · 5 buckets",
                        "7. Why the other buckets stay",
                        "Object Lock is on",
                        "payroll-archive appears nowhere",
                        "8. Emptying and deleting them",
                        "Removed · 3 buckets · about $",
                        "Deleted: 11,000 versions and 1,000 delete markers (44.0 GB).",
                        "Deleted: 259 versions and 2 open uploads (20.0 GB).",
                        "9. The next morning",
                        "sees 6 lab buckets instead of 9",
                        "Of the 3 that were deleted, 0 are left",
                        "10. Two weeks of a class",
                        "ben's machine is removed, and its owner told.",
                        "nothing went without a warning and a day of grace",
                        "11. The same as a page",
                        "instances.html",
                        "buckets.html",
                        "12. Your turn",
                        "Nothing real was touched",
                        "janitor report instances");
    }

    @Test
    void aHostileNameStaysHarmless() {
        assertThat(DEMO.out().codePoints())
                .noneMatch(c -> c != '\n' && Character.isISOControl(c))
                .noneMatch(c -> c == 0x202E);
        assertThat(DEMO.out())
                .contains("free \uFFFDexe.coffee")
                .doesNotContain("payroll-production (");
    }

    @Test
    void theCleanUpsAreThereAsPages() throws IOException {
        for (String sweep : List.of("instances", "buckets")) {
            Matcher file = Pattern.compile("\\S+" + sweep + "\\.html").matcher(DEMO.out());
            assertThat(file.find()).isTrue();
            assertThat(Files.readString(Path.of(file.group())))
                    .contains("Clean-up of lab " + sweep, "Saved by this run");
        }
    }

    @Test
    void itSaysTheSameEveryTimeButForTheNumberOfCalls() {
        assertThat(withoutCalls(Shell.offline().run("demo"))).isEqualTo(withoutCalls(DEMO));
    }

    /**
     * How many batches an emptying sends depends on which of its threads comes first, and the pages
     * are in a new folder each time.
     */
    private static String withoutCalls(Ran ran) {
        return ran.out()
                .replaceAll("(?s)\\d+ AWS calls: .*?\\.\n", "")
                .replaceAll("janitor-demo-\\d+", "");
    }
}
