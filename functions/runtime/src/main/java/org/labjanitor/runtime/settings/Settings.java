package org.labjanitor.runtime.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.budget.Budget;
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
 */
public record Settings(
        @Nullable String accountId,
        String labTag,
        List<String> regions,
        String preset,
        Budget budget,
        BucketSettings buckets) {
    /** Stands for every Region that is enabled in the account. */
    public static final String ALL_REGIONS = "all";

    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern TAG_KEY = Pattern.compile("[\\p{L}\\p{N} _.:/=+\\-@]{1,100}");
    private static final Pattern BUCKET_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Pattern BUCKET_PREFIX = Pattern.compile("[a-z0-9][a-z0-9.-]{0,61}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2,}(-[a-z]+)+-\\d+");

    public Settings {
        regions = List.copyOf(regions);
    }

    /** Settings with the defaults for buckets. */
    public Settings(
            @Nullable String accountId,
            String labTag,
            List<String> regions,
            String preset,
            Budget budget) {
        this(accountId, labTag, regions, preset, budget, BucketSettings.defaults());
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
                buckets(variables));
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
        return Arrays.stream(value.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static Predicate<String> matches(Pattern pattern) {
        return value -> pattern.matcher(value).matches();
    }

    private record Variables(Map<String, String> environment) {
        @Nullable String optional(String name, Predicate<String> valid, String rule) {
            String value = environment.getOrDefault(name, "").strip();
            return value.isEmpty() ? null : checked(name, value, valid, rule);
        }

        String text(String name, String byDefault, Predicate<String> valid, String rule) {
            String value = environment.getOrDefault(name, "").strip();
            return value.isEmpty() ? byDefault : checked(name, value, valid, rule);
        }

        int number(String name, int byDefault, int least, int most) {
            String rule = "a whole number from %d to %d".formatted(least, most);
            String value =
                    text(
                            name,
                            Integer.toString(byDefault),
                            text -> text.matches("\\d{1,10}"),
                            rule);
            long number = Long.parseLong(value);
            checked(name, value, _ -> number >= least && number <= most, rule);
            return Math.toIntExact(number);
        }

        private static String checked(
                String name, String value, Predicate<String> valid, String rule) {
            if (!valid.test(value)) {
                throw new IllegalArgumentException(
                        "%s is \"%s\", but must be %s".formatted(name, value, rule));
            }
            return value;
        }
    }
}
