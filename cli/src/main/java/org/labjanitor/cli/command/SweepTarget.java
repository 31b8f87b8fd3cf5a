package org.labjanitor.cli.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.aws.SimulatedTime;
import org.labjanitor.cli.report.NextStep;
import org.labjanitor.cli.request.SweepDocument;
import org.labjanitor.runtime.aws.AwsConnection;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;

/**
 * What the options of a command point at: an account, Regions, and how resources are judged.
 *
 * @param <D> the document that the function takes
 */
abstract class SweepTarget<D extends SweepDocument<D>> {
    final Surroundings here;
    final WhereOptions where;
    private final @Nullable String labTag;

    SweepTarget(Surroundings here, WhereOptions where, @Nullable String labTag) {
        this.here = here;
        this.where = where;
        this.labTag = labTag;
    }

    /** What to look at and how to judge it; the Regions come with it. */
    abstract D judged(Mode mode);

    /** The Regions where neither options nor settings name any; empty means the profile's. */
    abstract List<String> usualRegions();

    abstract RunResult sweep(
            Settings settings, AwsConnection connection, InstantSource clock, D document);

    /** How a person keeps one that may go. */
    abstract NextStep keeping(Resource resource, String account, String labTag);

    /** Whatever makes the way to AWS other than usual. */
    final Map<String, String> connection() {
        return new Way(here, where).whereUnusual();
    }

    final D document(Mode mode) {
        return judged(mode)
                .regions(where.allRegions ? List.of(Settings.ALL_REGIONS) : where.regions);
    }

    /** Whether a person has stopped a run of this target. */
    boolean isInterrupted() {
        return false;
    }

    /** Runs with nothing but what the options of every command say. */
    final RunResult run(Mode mode) {
        return run(document(mode));
    }

    /** Runs in whichever account the options name, or the credentials belong to. */
    final RunResult run(D document) {
        return runIn(where.account, document);
    }

    /** Runs in this account and in no other. */
    final RunResult runIn(@Nullable String account, D document) {
        Settings settings = new SettingsChoice(here.environment()).of(account, labTag);
        List<String> byDefault = settings.regions().isEmpty() ? usualRegions() : settings.regions();
        AwsConnection connection =
                new ConnectionChoice(here.environment(), here.profiles()).of(where, byDefault);
        InstantSource clock = new SimulatedTime(here.clock()).at(connection.endpoint());
        boolean isSaid = where.allRegions || !where.regions.isEmpty();
        return sweep(settings, connection, clock, isSaid ? document : document.regions(byDefault));
    }
}
