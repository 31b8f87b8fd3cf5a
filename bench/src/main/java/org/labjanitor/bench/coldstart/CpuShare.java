package org.labjanitor.bench.coldstart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A share of one CPU for a process: Lambda gives a whole one for 1,769 MB, and less for less. It
 * takes a control group, of either version, and the right to make one.
 */
final class CpuShare implements AutoCloseable {
    private static final Path GROUPS = Path.of("/sys/fs/cgroup");

    /** In microseconds; Lambda stops a function that is over its share for 20 ms at a time. */
    private static final int PERIOD = 20_000;

    private final Path group;

    /**
     * Makes the control group.
     *
     * @param cpus how much of one CPU, such as 0.58
     * @throws IOException if the system does not let us
     */
    CpuShare(double cpus) throws IOException {
        boolean unified = Files.exists(GROUPS.resolve("cgroup.controllers"));
        Path parent = unified ? GROUPS : GROUPS.resolve("cpu");
        this.group = parent.resolve("janitor-bench-" + ProcessHandle.current().pid());
        Files.createDirectories(group);
        int quota = (int) Math.round(PERIOD * cpus);
        if (unified) {
            Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD);
        } else {
            Files.writeString(group.resolve("cpu.cfs_period_us"), Integer.toString(PERIOD));
            Files.writeString(group.resolve("cpu.cfs_quota_us"), Integer.toString(quota));
        }
    }

    /** The command, started within the share. */
    List<String> within(List<String> command) {
        List<String> shared =
                new ArrayList<>(
                        List.of(
                                "sh",
                                "-c",
                                "echo $$ >\"$0/cgroup.procs\" && exec \"$@\"",
                                group.toString()));
        shared.addAll(command);
        return shared;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(group);
    }
}
