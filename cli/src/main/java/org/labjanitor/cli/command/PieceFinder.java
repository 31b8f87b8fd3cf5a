package org.labjanitor.cli.command;

import java.util.List;
import java.util.regex.Pattern;
import org.labjanitor.cli.tagging.BucketSearch;
import org.labjanitor.cli.tagging.BucketTagSet;
import org.labjanitor.cli.tagging.Found;
import org.labjanitor.cli.tagging.InstanceSearch;
import org.labjanitor.cli.tagging.InstanceTags;
import org.labjanitor.cli.tagging.TagWriter;
import org.labjanitor.core.tag.LabTags;
import org.labjanitor.instances.region.RegionChoice;
import org.labjanitor.instances.region.RegionChooser;
import org.labjanitor.instances.region.RegionalClients;
import org.labjanitor.runtime.result.NotExamined;
import org.labjanitor.runtime.settings.Settings;

/** Finds what a person names: an instance by its id, a bucket by its address, or a whole lab. */
final class PieceFinder {
    private static final Pattern INSTANCE = Pattern.compile("i-[0-9a-f]{8,17}");
    private static final String BUCKET = "s3://";

    private final Visit visit;
    private final WhereOptions where;
    private final LabTags labTags;
    private final RegionalClients instances;

    PieceFinder(Visit visit, WhereOptions where) {
        this.visit = visit;
        this.where = where;
        this.labTags = new LabTags(visit.settings().labTag());
        this.instances = new RegionalClients(visit.clients());
    }

    static boolean isInstance(String argument) {
        return INSTANCE.matcher(argument).matches();
    }

    static boolean isBucket(String argument) {
        return argument.startsWith(BUCKET);
    }

    LabTags labTags() {
        return labTags;
    }

    /** What writes tags on the pieces that are found. */
    TagWriter writer(Surroundings here) {
        return new TagWriter(
                new InstanceTags(instances, labTags),
                new BucketTagSet(visit.buckets(), visit.account(), labTags, here.pause()));
    }

    /** The pieces behind one word: an id, an address, or else a lab's name. */
    Found find(String argument) {
        if (isBucket(argument)) {
            return buckets().named(BucketArgument.name(argument));
        }
        RegionChoice choice = regions();
        List<String> troubles = choice.notExamined().stream().map(PieceFinder::words).toList();
        InstanceSearch search = new InstanceSearch(instances, choice.regions(), labTags);
        Found unseen = new Found(List.of(), troubles);
        if (isInstance(argument)) {
            return unseen.and(search.named(argument));
        }
        return unseen.and(search.ofLab(argument))
                .and(
                        buckets()
                                .ofLab(
                                        argument,
                                        visit.settings().buckets().prefix(),
                                        where.allRegions ? List.of() : where.regions));
    }

    private BucketSearch buckets() {
        return new BucketSearch(visit.buckets(), visit.account(), labTags);
    }

    private RegionChoice regions() {
        List<String> wanted = where.regions;
        if (where.allRegions) {
            wanted = List.of(Settings.ALL_REGIONS);
        } else if (wanted.isEmpty()) {
            wanted = visit.settings().regions();
        }
        return new RegionChooser(instances.home()).choose(wanted);
    }

    private static String words(NotExamined unseen) {
        return unseen.what() + ": " + unseen.why();
    }
}
