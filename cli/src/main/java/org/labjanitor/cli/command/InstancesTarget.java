package org.labjanitor.cli.command;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.aws.SimulatedTime;
import org.labjanitor.cli.instances.InstanceSweeper;
import org.labjanitor.cli.instances.InstancesDocument;
import org.labjanitor.cli.instances.ProgressLine;
import org.labjanitor.cli.terminal.Terminal;
import org.labjanitor.instances.progress.SweepListener;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;

/** What the options of a command point at: an account, Regions, and how instances are judged. */
final class InstancesTarget {
    private final Surroundings here;
    private final WhereOptions where;
    private final JudgingOptions judging;

    InstancesTarget(Surroundings here, WhereOptions where, JudgingOptions judging) {
        this.here = here;
        this.where = where;
        this.judging = judging;
    }

    /** Whatever makes the way to AWS other than usual. */
    Map<String, String> connection() {
        Map<String, String> connection = new LinkedHashMap<>();
        put(connection, "profile", where.profile, "AWS_PROFILE");
        put(connection, "endpoint", where.endpointUrl, "AWS_ENDPOINT_URL");
        return connection;
    }

    private void put(
            Map<String, String> connection, String name, @Nullable String option, String variable) {
        String value = option == null ? here.environment().getOrDefault(variable, "") : option;
        if (!value.isBlank()) {
            connection.put(name, value);
        }
    }

    InstancesDocument document(Mode mode) {
        return InstancesDocument.of(mode)
                .regions(where.allRegions ? List.of(Settings.ALL_REGIONS) : where.regions)
                .only(judging.only)
                .policy(judging.policy, judging.numbers);
    }

    /** Runs in whichever account the options name, or the credentials belong to. */
    RunResult run(InstancesDocument document) {
        return runIn(where.account, document);
    }

    /** Runs in this account and in no other. */
    RunResult runIn(@Nullable String account, InstancesDocument document) {
        Settings settings = new SettingsChoice(here.environment()).of(account, judging.labTag);
        AwsConnection connection =
                new ConnectionChoice(here.environment(), here.profiles())
                        .of(where, settings.regions());
        InstantSource clock = new SimulatedTime(here.clock()).at(connection.endpoint());
        InstanceSweeper sweeper = new InstanceSweeper(clock, here.pause());
        Terminal terminal = here.terminal();
        if (!terminal.traits().errorIsTerminal()) {
            return sweeper.run(settings, connection, document, SweepListener.silent());
        }
        try (ProgressLine progress = new ProgressLine(terminal.err(), terminal.messages(false))) {
            return sweeper.run(settings, connection, document, progress);
        }
    }
}
