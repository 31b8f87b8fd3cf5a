package org.labjanitor.launcher.request;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.launch.BucketOrder;
import org.labjanitor.core.launch.FileOrder;
import org.labjanitor.core.launch.InstanceOrder;
import org.labjanitor.core.launch.LabName;
import org.labjanitor.core.launch.LabOrder;
import org.labjanitor.core.launch.LabTerm;
import org.labjanitor.core.launch.NamePattern;
import org.labjanitor.core.launch.Owners;
import org.labjanitor.launcher.region.KnownRegions;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.json.Faults;
import org.labjanitor.runtime.json.JsonFields;
import org.labjanitor.runtime.settings.LaunchSettings;

/** Reads a lab document and lists every fault that it finds without asking AWS. */
public final class LaunchRequestReader {
    private static final int MOST_STUDENTS = 1_000;

    private final LaunchSettings settings;
    private final AllowedSources sources;
    private final String homeRegion;
    private final InstantSource clock;

    /**
     * A reader.
     *
     * @param homeRegion where a lab is whose document does not say
     */
    public LaunchRequestReader(
            LaunchSettings settings,
            AllowedSources sources,
            String homeRegion,
            InstantSource clock) {
        this.settings = settings;
        this.sources = sources;
        this.homeRegion = homeRegion;
        this.clock = clock;
    }

    /**
     * The request that the document holds.
     *
     * @throws BadRequestException listing every fault
     */
    public LaunchRequest read(Map<String, @Nullable Object> document) {
        Faults faults = new Faults();
        JsonFields fields = new JsonFields(document, faults);
        LaunchMode mode =
                fields.oneOf("mode", List.of("report", "launch"))
                        .filter("launch"::equals)
                        .map(_ -> LaunchMode.LAUNCH)
                        .orElse(LaunchMode.REPORT);
        boolean waits = fields.bool("wait").orElse(false);
        Optional<LabOrder> order = order(fields);
        fields.rejectUnknown();
        faults.throwIfAny();
        return new LaunchRequest(mode, waits, order.orElseThrow());
    }

    /** The order; empty where it has no end that can be read. */
    private Optional<LabOrder> order(JsonFields fields) {
        String name = name(fields);
        Optional<LabTerm> term = new TermReader(settings.longest(), clock).read(fields);
        String region = region(fields);
        List<String> roster = roster(fields);
        Owners owners = owners(fields, roster);
        boolean hasRoster = !roster.isEmpty();
        List<InstanceOrder> instances = new InstanceOrderReader(hasRoster).read(fields);
        List<BucketOrder> buckets = new BucketOrderReader(date(), region, hasRoster).read(fields);
        List<FileOrder> files = new FileOrderReader(sources, date(), hasRoster).read(fields);
        if (!fields.has("instances") && !fields.has("buckets")) {
            fields.fault("instances", "and buckets are missing; a lab has at least one of them");
        }
        return term.map(
                end -> new LabOrder(name, end, owners, region, roster, instances, buckets, files));
    }

    private String name(JsonFields fields) {
        Optional<String> text = fields.string("name");
        if (text.isEmpty()) {
            if (!fields.has("name")) {
                fields.fault("name", "is missing, but names the lab, such as \"java-{date}\"");
            }
            return "";
        }
        NamePattern pattern = new NamePattern(text.get());
        List<String> strangers = pattern.strangers(List.of(NamePattern.DATE));
        String name = strangers.isEmpty() ? pattern.fill(date()) : text.get();
        if (!LabName.isLegal(name)) {
            fields.fault(
                    "name",
                    "is %s, but must have %s; {date} stands for the day in UTC"
                            .formatted(JsonFields.quoted(text.get()), LabName.ALLOWED));
        }
        return name;
    }

    private Map<String, String> date() {
        return Map.of(
                NamePattern.DATE, clock.instant().atZone(ZoneOffset.UTC).toLocalDate().toString());
    }

    private String region(JsonFields fields) {
        String region = fields.string("region").orElse(homeRegion);
        KnownRegions.fault(region).ifPresent(fault -> fields.fault("region", fault));
        return region;
    }

    private static List<String> roster(JsonFields fields) {
        List<String> students =
                fields.strings("roster", "the students' ids, such as [\"ada\", \"bob\"]")
                        .orElse(List.of());
        Set<String> seen = new HashSet<>();
        Set<String> named = new HashSet<>();
        for (String student : students) {
            if (!seen.add(student) && named.add(student)) {
                fields.fault("roster", "has %s twice".formatted(JsonFields.quoted(student)));
            }
            if (!LabName.isLegal(student)) {
                fields.fault(
                        "roster",
                        "has %s, but a student's id must have %s"
                                .formatted(JsonFields.quoted(student), LabName.ALLOWED));
            }
        }
        if (seen.size() > MOST_STUDENTS) {
            fields.fault(
                    "roster",
                    "has %d students, but may have %d".formatted(seen.size(), MOST_STUDENTS));
        }
        return students.stream().distinct().toList();
    }

    private static Owners owners(JsonFields fields, List<String> roster) {
        String everyone = fields.string("owner").map(String::strip).orElse(null);
        if (everyone != null) {
            OwnerText.check(fields, "owner", everyone);
        }
        Map<String, String> byStudent = new HashMap<>();
        fields.object("owners")
                .ifPresent(owners -> {
                    for (String student : roster) {
                        owners.string(student)
                                .map(String::strip)
                                .ifPresent(owner -> {
                                    OwnerText.check(owners, student, owner);
                                    byStudent.put(student, owner);
                                });
                    }
                    owners.rejectUnknown();
                });
        return new Owners(everyone, byStudent);
    }
}
