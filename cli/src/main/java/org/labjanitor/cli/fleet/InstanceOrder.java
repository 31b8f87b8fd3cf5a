package org.labjanitor.cli.fleet;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.ResultItem;

/** In which order instances are listed. What is not known of an instance puts it last. */
public enum InstanceOrder {
    /** What may go first, then what is unknown; within each, the dearest. */
    VERDICT,
    /** The oldest first. */
    AGE,
    /** The busiest of the last day first. */
    CPU,
    /** The dearest first. */
    COST,
    /** The latest login first. */
    LOGIN,
    /** By the alphabet. */
    NAME,
    /** By the alphabet. */
    OWNER,
    /** By the alphabet. */
    TYPE;

    /** Such as {@code cost}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The order of that name. */
    public static Optional<InstanceOrder> of(String word) {
        return Stream.of(values())
                .filter(order -> order.word().equals(word.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The same instances in this order. */
    public List<ResultItem> sorted(List<ResultItem> items) {
        return items.stream()
                .sorted(
                        comparator()
                                .thenComparing(item -> item.resource().region())
                                .thenComparing(item -> item.resource().id()))
                .toList();
    }

    private Comparator<ResultItem> comparator() {
        return switch (this) {
            case VERDICT ->
                    Comparator.comparingInt(InstanceOrder::rank)
                            .thenComparing(InstanceOrder::dearest);
            case AGE -> knownFirst(InstanceOrder::since, Comparator.naturalOrder());
            case CPU -> knownFirst(InstanceOrder::peak, Comparator.reverseOrder());
            case COST -> InstanceOrder::dearest;
            case LOGIN -> knownFirst(InstanceOrder::login, Comparator.reverseOrder());
            case NAME ->
                    knownFirst(
                            item -> known(item.resource().name()), String.CASE_INSENSITIVE_ORDER);
            case OWNER ->
                    knownFirst(
                            item -> known(item.resource().owner()), String.CASE_INSENSITIVE_ORDER);
            case TYPE ->
                    knownFirst(
                            item -> known(item.resource().type()), String.CASE_INSENSITIVE_ORDER);
        };
    }

    private static <T> Comparator<ResultItem> knownFirst(
            Function<ResultItem, Optional<T>> value, Comparator<T> order) {
        return (one, other) -> {
            Optional<T> first = value.apply(one);
            Optional<T> second = value.apply(other);
            return first.isPresent() && second.isPresent()
                    ? order.compare(first.get(), second.get())
                    : Boolean.compare(second.isPresent(), first.isPresent());
        };
    }

    private static int rank(ResultItem item) {
        return switch (item.verdict()) {
            case Removable _ -> 0;
            case Unknown _ -> 1;
            case Keep _ -> 2;
        };
    }

    private static int dearest(ResultItem one, ResultItem other) {
        return knownFirst(InstanceOrder::dollars, Comparator.reverseOrder()).compare(one, other);
    }

    private static Optional<BigDecimal> dollars(ResultItem item) {
        return switch (item.cost()) {
            case Priced priced -> Optional.of(priced.dollars());
            case Unpriced _ -> Optional.empty();
        };
    }

    private static Optional<Instant> since(ResultItem item) {
        return Optional.ofNullable(item.resource().since());
    }

    private static Optional<Float> peak(ResultItem item) {
        return Optional.ofNullable(item.sight())
                .flatMap(sight -> Optional.ofNullable(sight.day()))
                .map(CpuBars::peak)
                .filter(peak -> !Float.isNaN(peak));
    }

    private static Optional<Instant> login(ResultItem item) {
        return Optional.ofNullable(item.sight())
                .flatMap(sight -> Optional.ofNullable(sight.lastLogin()))
                .map(login -> login.open() ? Instant.MAX : login.at());
    }

    private static Optional<String> known(@Nullable String text) {
        return Optional.ofNullable(text).filter(known -> !known.isBlank());
    }
}
