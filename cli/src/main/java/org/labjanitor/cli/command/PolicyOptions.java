package org.labjanitor.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How instances are judged. */
class PolicyOptions {
    @Option(
            names = "--policy",
            paramLabel = "PRESET",
            order = 11,
            description = {
                "What counts as idle:",
                "@|bold lab|@ (default): quiet for 24 h and for twice the machine's longest pause in 14 days",
                "@|bold window|@: quiet for a number of hours, whatever the machine did before",
                "@|bold compute-optimizer|@, @|bold trusted-advisor|@: as those two AWS services see it"
            })
    @Nullable String policy;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            order = 12,
            description =
                    "Changes a number of the policy: quietHours=12, cpuPercent=3, networkMegabytesPerDay=20,"
                            + " gapFactor=3, lookbackDays=30, coveragePercent=95, youngHours=48, stoppedDays=30,"
                            + " logins=false, askMachines=true, or a signal beyond CPU and network, such as"
                            + " diskMegabytesPerHour=200 or gpuPercent=5. May be repeated.")
    Map<String, String> numbers = new LinkedHashMap<>();

    @Option(
            names = "--lab-tag",
            paramLabel = "KEY",
            order = 14,
            description =
                    "The tag that opts an instance in (default: lab). Nothing without it is ever touched.")
    @Nullable String labTag;
}
