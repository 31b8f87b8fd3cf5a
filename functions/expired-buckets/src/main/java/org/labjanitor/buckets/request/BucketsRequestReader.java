package org.labjanitor.buckets.request;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.removal.AfterEmptying;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.core.policy.BucketPolicy;
import org.labjanitor.core.tag.TagTime;
import org.labjanitor.runtime.function.SweepFields;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.json.Faults;
import org.labjanitor.runtime.json.JsonFields;
import org.labjanitor.runtime.settings.BucketSettings;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;

/** Reads a request document, fills in the settings' defaults, and lists every fault it finds. */
public final class BucketsRequestReader {
    private static final int MOST_REMOVALS = 10_000;
    private static final int LONGEST_REASON = 500;

    private final Settings settings;

    public BucketsRequestReader(Settings settings) {
        this.settings = settings;
    }

    /**
     * The request that the document holds.
     *
     * @throws BadRequestException listing every fault
     */
    public BucketsRequest read(Map<String, @Nullable Object> document) {
        Faults faults = new Faults();
        JsonFields fields = new JsonFields(document, faults);
        SweepFields sweep = new SweepFields(fields);
        Mode mode = sweep.mode();
        List<String> regions = sweep.regions(settings.regions());
        List<String> only = names(fields, "only");
        BucketsRequest request =
                new BucketsRequest(
                        mode,
                        regions,
                        only,
                        policy(fields),
                        budget(fields),
                        after(fields),
                        names(fields, "delete"),
                        fields.string("reason").map(String::strip).orElse(""),
                        sweep.immediate(mode, only));
        checkReason(fields, request);
        if (!request.only().isEmpty() && !request.named().isEmpty()) {
            fields.fault("only", "cannot stand beside delete: delete names its buckets itself");
        }
        fields.rejectUnknown();
        faults.throwIfAny();
        return request;
    }

    private static List<String> names(JsonFields fields, String key) {
        List<String> names =
                fields.strings(key, "bucket names, such as [\"lab-results\"]").orElse(List.of());
        for (String name : names) {
            if (!BucketNames.isValid(name)) {
                fields.fault(
                        key,
                        "holds %s, but must hold %s"
                                .formatted(JsonFields.quoted(name), BucketNames.ALLOWED));
            }
        }
        return names.stream().distinct().toList();
    }

    private BucketPolicy policy(JsonFields fields) {
        BucketSettings byDefault = settings.buckets();
        return new BucketPolicy(
                byDefault.prefix(),
                lifetime(fields).orElse(byDefault.lifetime()),
                settings.ownBuckets());
    }

    private static Optional<Duration> lifetime(JsonFields fields) {
        Optional<String> text = fields.string("lifetime");
        Optional<Duration> lifetime = text.flatMap(TagTime::length);
        if (text.isPresent() && lifetime.isEmpty()) {
            fields.fault(
                    "lifetime",
                    "is %s, but must be %s"
                            .formatted(JsonFields.quoted(text.get()), TagTime.LENGTH_ALLOWED));
        }
        return lifetime;
    }

    private BucketsBudget budget(JsonFields fields) {
        Budget buckets = settings.budget();
        BucketSettings contents = settings.buckets();
        BucketsBudget byDefault =
                new BucketsBudget(buckets, contents.mostKeys(), contents.mostGigabytes());
        return fields.object("budget").map(budget -> budget(budget, byDefault)).orElse(byDefault);
    }

    private static BucketsBudget budget(JsonFields budget, BucketsBudget byDefault) {
        int count = budget.integer("count", 0, MOST_REMOVALS).orElse(byDefault.buckets().count());
        int percent = budget.integer("percent", 0, 100).orElse(byDefault.buckets().percent());
        int keys = budget.integer("keys", 0, BucketSettings.MOST).orElse(byDefault.keys());
        int gigabytes =
                budget.integer("gigabytes", 0, BucketSettings.MOST).orElse(byDefault.gigabytes());
        budget.rejectUnknown();
        return new BucketsBudget(new Budget(count, percent), keys, gigabytes);
    }

    private AfterEmptying after(JsonFields fields) {
        String byDefault = settings.buckets().deletes() ? "delete" : "keep";
        return fields.oneOf("after", List.of("delete", "keep")).orElse(byDefault).equals("keep")
                ? AfterEmptying.KEEP
                : AfterEmptying.DELETE;
    }

    private static void checkReason(JsonFields fields, BucketsRequest request) {
        if (!request.isSweep() && request.reason().isEmpty()) {
            fields.fault(
                    "reason", "is missing, but delete needs one, such as \"asked by the trainer\"");
        }
        if (request.isSweep() && fields.has("reason") && !fields.has("delete")) {
            fields.fault("reason", "is given without delete, which it would explain");
        }
        if (request.reason().length() > LONGEST_REASON) {
            fields.fault("reason", "is longer than " + LONGEST_REASON + " characters");
        }
    }
}
