package org.labjanitor.runtime.settings;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.budget.Budget;
import org.labjanitor.core.hours.WorkingHours;
import org.labjanitor.core.policy.InstancePolicy;
import org.labjanitor.core.tag.TagTime;

/**
 * A function's settings, from environment variables that template parameters set. A variable that
 * is absent or blank has its default.
 *
 * @param accountId {@code JANITOR_ACCOUNT_ID}: the only account a run may look at; without it a run
 *     may report on the account of its credentials, but not remove
 * @param labTag {@code JANITOR_LAB_TAG}: the tag that opts a resource in
 * @param regions {@code JANITOR_REGIONS}: names separated by commas, or {@code all}; empty means
 *     the function's own
 * @param preset {@code JANITOR_POLICY}: the preset that judges instances
 * @param budget {@code JANITOR_BUDGET_COUNT} and {@code JANITOR_BUDGET_PERCENT}
 * @param buckets the settings that only buckets have
 * @param grace the settings of the way from a verdict to a removal
 * @param reportBucket {@code JANITOR_REPORT_BUCKET}: where every run writes its report; null:
 *     nowhere
 * @param requestBucket {@code JANITOR_REQUEST_BUCKET}: the only bucket whose request files are
 *     read; null: none are
 */
public record Settings(
        @Nullable String accountId,
        String labTag,
        List<String> regions,
        String preset,
        Budget budget,
        BucketSettings buckets,
        GraceSettings grace,
        @Nullable String reportBucket,
        @Nullable String requestBucket) {
    /** Stands for every Region that is enabled in the account. */
    public static final String ALL_REGIONS = "all";

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern TAG_KEY = Pattern.compile("[\\p{L}\\p{N} _.:/=+\\-@]{1,100}");
    private static final Pattern BUCKET_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern BUCKET_PREFIX = Pattern.compile("[a-z0-9][a-z0-9.-]{0,61}");
    private static final Pattern TOPIC =
            Pattern.compile("arn:aws[a-z-]*:sns:[a-z0-9-]+:\\d{12}:[A-Za-z0-9_-]{1,256}");
    private static final Pattern ADMIN = Pattern.compile("[\\p{L}\\p{N} _.:/=+\\-@]{1,100}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-\\d+");

    public Settings {
        regions = List.copyOf(regions);
    }

    /** Settings with the defaults for buckets, for grace and for reports. */
    public Settings(
            @Nullable String accountId,
            String labTag,
            List<String> regions,
            String preset,
            Budget budget) {
        this(
                accountId,
                labTag,
                regions,
                preset,
                budget,
                BucketSettings.defaults(),
                GraceSettings.defaults(),
                null,
                null);
    }

    /** The same settings with others for buckets. */
    public Settings with(BucketSettings others) {
        return new Settings(
                accountId,
                labTag,
                regions,
                preset,
                budget,
                others,
                grace,
                reportBucket,
                requestBucket);
    }

    /** The same settings with others for the way to a removal. */
    public Settings with(GraceSettings others) {
        return new Settings(
                accountId,
                labTag,
                regions,
                preset,
                budget,
                buckets,
                others,
                reportBucket,
                requestBucket);
    }

    /** The same settings with a bucket for reports. */
    public Settings withReportsIn(String bucket) {
        return new Settings(
                accountId, labTag, regions, preset, budget, buckets, grace, bucket, requestBucket);
    }

    /** The same settings with a bucket for request files. */
    public Settings withRequestsIn(String bucket) {
        return new Settings(
                accountId, labTag, regions, preset, budget, buckets, grace, reportBucket, bucket);
    }

    /**
     * Buckets of the janitor itself: those that the settings call so, its ledger's, its reports'
     * and its requests'.
     */
    public Set<String> ownBuckets() {
        Set<String> own = new HashSet<>(buckets.own());
        Stream.of(grace.stateBucket(), reportBucket, requestBucket)
                .flatMap(Stream::ofNullable)
                .forEach(own::add);
        return Set.copyOf(own);
    }

    /** What holds where nothing is set. */
    public static Settings defaults() {
        return from(Map.of());
    }

    /**
     * Reads the settings.
     *
     * @throws IllegalArgumentException naming the variable, its value and what is allowed
     */
    public static Settings from(Map<String, String> environment) {
        Variables variables = new Variables(environment);
        return new Settings(
                variables.optional(
                        "JANITOR_ACCOUNT_ID", matches(ACCOUNT), "an account id of 12 digits"),
                variables.text(
                        "JANITOR_LAB_TAG",
                        "lab",
                        key -> TAG_KEY.matcher(key).matches() && !key.startsWith("aws:"),
                        "a tag key of at most 100 letters, digits and _.:/=+-@, not beginning with aws:"),
                names(
                        variables.text(
                                "JANITOR_REGIONS",
                                "",
                                Settings::isRegionList,
                                "Region names separated by commas, such as us-east-1,eu-west-1, or all")),
                variables.text(
                        "JANITOR_POLICY",
                        InstancePolicy.LAB,
                        InstancePolicy.presets()::contains,
                        "one of " + String.join(", ", InstancePolicy.presets())),
                new Budget(
                        variables.number("JANITOR_BUDGET_COUNT", 20, 0, 10_000),
                        variables.number("JANITOR_BUDGET_PERCENT", 50, 0, 100)),
                buckets(variables),
                grace(variables),
                variables.optional(
                        "JANITOR_REPORT_BUCKET", matches(BUCKET_NAME), "a bucket's name"),
                variables.optional(
                        "JANITOR_REQUEST_BUCKET", matches(BUCKET_NAME), "a bucket's name"));
    }

    private static GraceSettings grace(Variables variables) {
        String hours =
                variables.optional(
                        "JANITOR_REMOVAL_HOURS",
                        value -> WorkingHours.parse(value).isPresent(),
                        WorkingHours.ALLOWED);
        return new GraceSettings(
                variables.optional("JANITOR_STATE_BUCKET", matches(BUCKET_NAME), "a bucket's name"),
                variables.optional("JANITOR_TOPIC_ARN", matches(TOPIC), "the ARN of an SNS topic"),
                variables.text(
                        "JANITOR_ADMIN",
                        "admin",
                        matches(ADMIN),
                        "a name of at most 100 letters, digits, spaces and _.:/=+-@"),
                Duration.ofHours(
                        variables.number(
                                "JANITOR_GRACE_HOURS", 24, 1, GraceSettings.MOST_GRACE_HOURS)),
                Duration.ofDays(
                        variables.number(
                                "JANITOR_NOTICE_DAYS", 7, 1, GraceSettings.MOST_NOTICE_DAYS)),
                hours == null ? null : WorkingHours.parse(hours).orElseThrow());
    }

    private static BucketSettings buckets(Variables variables) {
        String lifetime =
                variables.optional(
                        "JANITOR_BUCKET_LIFETIME",
                        value -> TagTime.length(value).isPresent(),
                        TagTime.LENGTH_ALLOWED);
        return new BucketSettings(
                variables.text(
                        "JANITOR_BUCKET_PREFIX",
                        "lab-",
                        matches(BUCKET_PREFIX),
                        "the beginning of bucket names: lower-case letters, digits, dots and hyphens"),
                lifetime == null ? null : TagTime.length(lifetime).orElseThrow(),
                variables
                        .text(
                                "JANITOR_BUCKET_AFTER",
                                "delete",
                                List.of("delete", "keep")::contains,
                                "delete or keep")
                        .equals("delete"),
                variables.number("JANITOR_BUDGET_KEYS", 10_000_000, 0, BucketSettings.MOST),
                variables.number("JANITOR_BUDGET_GIGABYTES", 1_000, 0, BucketSettings.MOST),
                names(
                        variables.text(
                                "JANITOR_OWN_BUCKETS",
                                "",
                                value -> names(value).stream().allMatch(matches(BUCKET_NAME)),
                                "bucket names separated by commas")));
    }

    private static boolean isRegionList(String value) {
        return value.equals(ALL_REGIONS) || names(value).stream().allMatch(matches(REGION));
    }

    private static List<String> names(String value) {
        return Variables.names(value);
    }

    private static Predicate<String> matches(Pattern pattern) {
        return value -> pattern.matcher(value).matches();
    }
}
