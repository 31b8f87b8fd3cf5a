package org.labjanitor.cli.command;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.fleet.InstanceFilter;
import org.labjanitor.cli.fleet.InstanceOrder;
import org.labjanitor.core.tag.TagTime;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunResult;
import picocli.CommandLine.Option;

/** Which instances are listed, and in which order. */
final class ListingOptions {
    private static final List<String> STATES = List.of("pending", "running", "stopping", "stopped");

    @Option(names = "--idle", order = 15, description = "Only those that may go.")
    private boolean idle;

    @Option(
            names = "--owner",
            paramLabel = "TEXT",
            order = 16,
            description = "Only those whose owner holds this text.")
    private @Nullable String owner;

    @Option(
            names = "--lab",
            paramLabel = "NAME",
            order = 17,
            description = "Only those of this lab: the value of the lab tag.")
    private @Nullable String lab;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            order = 18,
            description = "Only those that are running, stopped, pending or stopping.")
    private @Nullable String state;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            order = 19,
            description = "Only those of this type; * stands for anything, as in 'm5.*'.")
    private @Nullable String type;

    @Option(
            names = "--older-than",
            paramLabel = "LENGTH",
            order = 20,
            description = "Only those first launched longer ago than this, such as 2d or 12h.")
    private @Nullable String olderThan;

    @Option(
            names = "--sort",
            paramLabel = "BY",
            order = 21,
            description =
                    "verdict (default: what may go first), age, cpu, cost, login, name, owner or type.")
    private @Nullable String sort;

    /** Whether anything narrows the list. */
    boolean isNarrowed() {
        return idle || Stream.of(owner, lab, state, type, olderThan).anyMatch(one -> one != null);
    }

    /**
     * Refuses what cannot be meant, before anything is looked at.
     *
     * @throws UsageException naming the option and what is allowed
     */
    void check() {
        order();
        filter(Instant.EPOCH);
    }

    /** The instances of a run that a person asked for, in their order. */
    List<ResultItem> of(RunResult result) {
        InstanceFilter filter = filter(result.startedAt());
        return order().sorted(result.items().stream().filter(filter::accepts).toList());
    }

    private InstanceOrder order() {
        return sort == null
                ? InstanceOrder.VERDICT
                : InstanceOrder.of(sort)
                        .orElseThrow(() ->
                                new UsageException(
                                        "--sort is \"%s\", but must be one of %s"
                                                .formatted(sort, orders())));
    }

    private static String orders() {
        return Stream.of(InstanceOrder.values())
                .map(InstanceOrder::word)
                .collect(Collectors.joining(", "));
    }

    private InstanceFilter filter(Instant now) {
        InstanceFilter filter = new InstanceFilter();
        if (idle) {
            filter.mayGo();
        }
        if (owner != null) {
            filter.owner(owner);
        }
        if (lab != null) {
            filter.lab(lab);
        }
        if (state != null) {
            filter.state(state(state));
        }
        if (type != null) {
            filter.type(type);
        }
        if (olderThan != null) {
            filter.olderThan(length(olderThan), now);
        }
        return filter;
    }

    private static String state(String name) {
        if (!STATES.contains(name)) {
            throw new UsageException(
                    "--state is \"%s\", but must be one of %s"
                            .formatted(name, String.join(", ", STATES)));
        }
        return name;
    }

    private static Duration length(String text) {
        return TagTime.length(text)
                .orElseThrow(() ->
                        new UsageException(
                                "--older-than is \"%s\", but must be %s"
                                        .formatted(text, TagTime.LENGTH_ALLOWED)));
    }
}
