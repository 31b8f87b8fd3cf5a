package org.labjanitor.cli.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.runtime.result.ResultItem;

/** Which instances a person wants to see. Every condition has to hold. */
public final class InstanceFilter {
    private final List<Predicate<ResultItem>> conditions = new ArrayList<>();

    /** Only those that may go, whatever the reason. */
    public InstanceFilter mayGo() {
        conditions.add(item -> item.verdict() instanceof Removable);
        return this;
    }

    /** Only those whose owner's name holds the text, in capitals or not. */
    public InstanceFilter owner(String text) {
        String wanted = lower(text);
        conditions.add(item ->
                lower(Objects.requireNonNullElse(item.resource().owner(), "")).contains(wanted));
        return this;
    }

    /** Only those of the lab. */
    public InstanceFilter lab(String name) {
        conditions.add(item -> item.sight() != null && name.equals(item.sight().lab()));
        return this;
    }

    /** Only those in the state, as EC2 names it. */
    public InstanceFilter state(String name) {
        conditions.add(item -> item.sight() != null && lower(name).equals(item.sight().state()));
        return this;
    }

    /** Only those of the type, in which {@code *} stands for anything, such as {@code m5.*}. */
    public InstanceFilter type(String pattern) {
        Pattern wanted =
                Pattern.compile(
                        Stream.of(lower(pattern).split("\\*", -1))
                                .map(Pattern::quote)
                                .collect(Collectors.joining(".*")));
        conditions.add(item -> wanted.matcher(lower(item.resource().type())).matches());
        return this;
    }

    /** Only those first launched longer ago than this. */
    public InstanceFilter olderThan(Duration age, Instant now) {
        conditions.add(item -> {
            Instant since = item.resource().since();
            return since != null && since.isBefore(now.minus(age));
        });
        return this;
    }

    public boolean accepts(ResultItem item) {
        return conditions.stream().allMatch(condition -> condition.test(item));
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
