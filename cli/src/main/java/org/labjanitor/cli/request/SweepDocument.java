package org.labjanitor.cli.request;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.settings.Mode;

/**
 * A request document for a sweep. Values are passed on as they were typed: the function itself says
 * what is allowed, to a terminal as to any other trigger.
 *
 * @param <D> the document of one function
 */
public abstract class SweepDocument<D extends SweepDocument<D>> {
    private static final String GRACE_HOURS = "graceHours";

    private final Map<String, Object> fields;

    protected SweepDocument(Map<String, Object> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    /** A document of the same kind with these fields. */
    protected abstract D with(Map<String, Object> fields);

    /** Exactly these resources and no others, all of them within the budget's count. */
    public final D confirmed(List<String> ids) {
        return confirmed(ids, ids.size());
    }

    /** Exactly these resources and no others, and at most so many of them. */
    public abstract D confirmed(List<String> ids, int most);

    public final D mode(Mode mode) {
        return with("mode", mode.id());
    }

    /** Whether the run that this asks for changes nothing. */
    public final boolean onlyReads() {
        return Mode.REPORT.id().equals(fields.get("mode"));
    }

    /** The Regions to look at; none leaves it to the function's settings. */
    public final D regions(List<String> regions) {
        return withList("regions", regions);
    }

    public final D only(List<String> ids) {
        return withList("only", ids);
    }

    public final D graceHours(@Nullable String hours) {
        return hours == null ? same() : with(GRACE_HOURS, numberOrText(hours));
    }

    /** The same without a word about grace, as a report and a run on named resources want it. */
    public final D withoutGrace() {
        Map<String, Object> fewer = new LinkedHashMap<>(fields);
        fewer.remove(GRACE_HOURS);
        return with(fewer);
    }

    public final byte[] bytes() {
        try {
            return JSON.std.asBytes(fields);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
    }

    /** Resources named outright under {@code key}, and why. */
    protected final D named(String key, List<String> ids, @Nullable String reason) {
        D named = withList(key, ids);
        return reason == null ? named : named.with("reason", reason);
    }

    /** The limits of the budget that were typed; one that is null keeps what it was before. */
    protected final D budget(Map<String, @Nullable String> limits) {
        Map<String, Object> budget = new LinkedHashMap<>();
        if (fields.get("budget") instanceof Map<?, ?> before) {
            before.forEach((name, limit) -> budget.put(String.valueOf(name), limit));
        }
        limits.forEach((name, limit) -> {
            if (limit != null) {
                budget.put(name, numberOrText(limit));
            }
        });
        return budget.isEmpty() ? same() : with("budget", budget);
    }

    protected final D withList(String key, List<String> values) {
        return values.isEmpty() ? same() : with(key, List.copyOf(values));
    }

    protected final D withText(String key, @Nullable String text) {
        return text == null ? same() : with(key, text);
    }

    protected final D with(String key, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(key, value);
        return with(more);
    }

    private D same() {
        return with(fields);
    }

    protected static Object numberOrText(String text) {
        return text.matches("-?\\d{1,9}") ? (Object) Integer.valueOf(text) : text;
    }

    protected static Object typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return text.matches("-?\\d{1,9}\\.\\d{1,9}") ? new BigDecimal(text) : numberOrText(text);
    }
}
