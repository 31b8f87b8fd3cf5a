package org.labjanitor.instances.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.labjanitor.instances.evidence.Judged;
import org.labjanitor.instances.tagging.TagChanges;
import org.labjanitor.runtime.aws.ParallelCalls;
import org.labjanitor.runtime.result.Leftover;
import org.labjanitor.runtime.result.NotExamined;

/** The Regions of a run, worked on at once. */
final class RegionSweeps {
    private static final int REGIONS_AT_ONCE = 8;

    private final Map<String, RegionSweep> byRegion;

    RegionSweeps(List<RegionSweep> sweeps) {
        this.byRegion = new LinkedHashMap<>();
        sweeps.forEach(sweep -> byRegion.put(sweep.region(), sweep));
    }

    List<Examination> examine() {
        List<Callable<Examination>> calls = new ArrayList<>();
        byRegion.values().forEach(sweep -> calls.add(sweep::examine));
        return new ParallelCalls(REGIONS_AT_ONCE).all(calls);
    }

    /** The verdicts once the instances' own protection was read, in the order given. */
    List<Judged> withProtection(List<Judged> judged) {
        Map<String, Judged> checked =
                inParallel(judged, RegionSweep::withProtection).stream()
                        .flatMap(List::stream)
                        .collect(Collectors.toMap(Judged::id, Function.identity()));
        return judged.stream().map(one -> checked.getOrDefault(one.id(), one)).toList();
    }

    /** Whether time ran out before a protection could be read. */
    boolean ranOutOfTime() {
        return byRegion.values().stream().anyMatch(RegionSweep::ranOutOfTime);
    }

    /**
     * Writes what owners shall see on their instances; answers what could not be written.
     *
     * @param changes what has to change for the instances given
     */
    List<NotExamined> tag(List<Judged> judged, Function<List<Judged>, TagChanges> changes) {
        return inParallel(judged, (sweep, part) -> sweep.tag(changes.apply(part))).stream()
                .flatMap(List::stream)
                .toList();
    }

    /** What the instances would leave behind; a fault is told as "not examined". */
    Map<String, List<Leftover>> leftovers(List<Judged> picks, List<NotExamined> notExamined) {
        Map<String, List<Leftover>> leftovers = new HashMap<>();
        grouped(picks)
                .forEach((region, part) ->
                        leftovers.putAll(
                                sweep(region)
                                        .leftovers(
                                                part.stream().map(Judged::instance).toList(),
                                                notExamined)));
        return leftovers;
    }

    /** Looks again, removes what may still go, and observes; every pick is in the answer. */
    List<Settled> remove(List<Judged> picks) {
        return inParallel(picks, RegionSweep::remove).stream().flatMap(List::stream).toList();
    }

    private <T> List<T> inParallel(
            List<Judged> judged, BiFunction<RegionSweep, List<Judged>, T> work) {
        List<Callable<T>> calls = new ArrayList<>();
        grouped(judged).forEach((region, part) -> calls.add(() -> work.apply(sweep(region), part)));
        return new ParallelCalls(REGIONS_AT_ONCE).all(calls);
    }

    private RegionSweep sweep(String region) {
        return Objects.requireNonNull(byRegion.get(region), region);
    }

    private static Map<String, List<Judged>> grouped(List<Judged> judged) {
        return judged.stream()
                .collect(
                        Collectors.groupingBy(
                                one -> one.instance().instance().region(),
                                LinkedHashMap::new,
                                Collectors.toList()));
    }
}
