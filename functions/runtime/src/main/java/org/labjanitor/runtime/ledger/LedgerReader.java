package org.labjanitor.runtime.ledger;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.grace.Claim;
import org.labjanitor.core.grace.Course;
import org.labjanitor.core.grace.Entry;
import org.labjanitor.core.grace.Notice;
import org.labjanitor.core.verdict.RemovableReason;
import org.labjanitor.runtime.json.BadRequestException;
import org.labjanitor.runtime.json.Faults;
import org.labjanitor.runtime.json.JsonFields;
import org.labjanitor.runtime.json.StrictJson;
import org.labjanitor.runtime.price.MonthlyCost;
import org.labjanitor.runtime.price.MonthlyCost.Priced;
import org.labjanitor.runtime.price.MonthlyCost.Unpriced;
import org.labjanitor.runtime.result.Action;
import org.labjanitor.runtime.result.Outcome;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.RunningTotal;

/**
 * Reads a ledger by the letter. What it does not understand it does not skip: a ledger that is read
 * in part would be written back in part.
 */
final class LedgerReader {
    private static final int FAULTS_SHOWN = 3;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final List<String> REASONS = names(RemovableReason.values());
    private static final List<String> ACTIONS = names(Action.values());
    private static final List<String> ENDS = names(Outcome.values());

    private final StrictJson json = new StrictJson();

    /**
     * The ledger that a document holds.
     *
     * @throws UnreadableLedgerException if it holds none, one of another place, or one of a format
     *     that this version does not know
     */
    Ledger read(LedgerPlace place, byte[] document) throws UnreadableLedgerException {
        try {
            Faults faults = new Faults();
            JsonFields fields = new JsonFields(json.object(document), faults);
            requireKnownFormat(fields);
            Ledger ledger = new Reading(faults, place).ledger(fields);
            faults.throwIfAny();
            return ledger;
        } catch (BadRequestException e) {
            throw new UnreadableLedgerException("it is no ledger: " + shown(e.faults()));
        }
    }

    private static void requireKnownFormat(JsonFields fields) throws UnreadableLedgerException {
        Optional<Integer> format = fields.integer("format", 1, Integer.MAX_VALUE);
        if (format.isPresent() && format.get() > LedgerWriter.FORMAT) {
            throw new UnreadableLedgerException(
                    "a newer version wrote it (format %d, known here is %d)"
                            .formatted(format.get(), LedgerWriter.FORMAT));
        }
    }

    private static String shown(List<String> faults) {
        String first = String.join("; ", faults.stream().limit(FAULTS_SHOWN).toList());
        int more = faults.size() - FAULTS_SHOWN;
        return more > 0 ? "%s; and %d more".formatted(first, more) : first;
    }

    private static List<String> names(Enum<?>[] constants) {
        return Arrays.stream(constants).map(LedgerWriter::name).toList();
    }

    /** One document being read; the first fault that leaves a hole ends it. */
    private record Reading(Faults faults, LedgerPlace place) {
        Ledger ledger(JsonFields fields) {
            required(fields, "format", fields.integer("format", 1, LedgerWriter.FORMAT));
            requirePlace(fields, "sweep", place.sweep());
            requirePlace(fields, "account", place.account());
            requirePlace(fields, "region", place.region());
            RunningTotal total = total(required(fields, "total", fields.object("total")));
            Map<String, LedgerEntry> entries = new LinkedHashMap<>();
            required(fields, "entries", fields.objects("entries"))
                    .forEach((id, entry) -> entries.put(id, entry(id, entry)));
            fields.rejectUnknown();
            return new Ledger(place, total, entries);
        }

        private void requirePlace(JsonFields fields, String key, String expected) {
            String actual = required(fields, key, fields.string(key));
            if (!actual.equals(expected)) {
                fields.fault(
                        key,
                        "is %s, but its key says %s"
                                .formatted(JsonFields.quoted(actual), expected));
            }
        }

        private RunningTotal total(JsonFields fields) {
            RunningTotal total =
                    new RunningTotal(
                            required(
                                    fields,
                                    "removed",
                                    fields.integer("removed", 0, Integer.MAX_VALUE)),
                            required(fields, "dollarsPerMonth", fields.decimal("dollarsPerMonth")),
                            required(fields, "listed", fields.bool("listed")),
                            instant(fields, "since"));
            fields.rejectUnknown();
            return total;
        }

        private LedgerEntry entry(String id, JsonFields fields) {
            Entry entry =
                    new Entry(
                            instant(fields, "firstSeen"),
                            course(fields),
                            fields.object("claim").map(this::claim).orElse(null),
                            fields.bool("tried").orElse(false));
            Subject subject =
                    fields.object("subject").map(known -> subject(id, known)).orElse(null);
            if (subject == null && !(entry.course() instanceof Course.Seen)) {
                fields.fault("subject", "is missing");
            }
            fields.rejectUnknown();
            return new LedgerEntry(entry, subject);
        }

        private Course course(JsonFields fields) {
            Optional<String> course =
                    fields.oneOf("course", List.of("unwarned", "warned", "withdrawn", "ended"));
            return switch (course.orElse("")) {
                case "unwarned" -> new Course.Unwarned(instant(fields, "removableSince"));
                case "warned" ->
                        new Course.Warned(instant(fields, "removableSince"), notice(fields));
                case "withdrawn" -> new Course.Withdrawn(notice(fields));
                case "ended" ->
                        new Course.Ended(
                                instant(fields, "endedAt"),
                                required(fields, "how", fields.oneOf("how", ENDS)));
                default -> new Course.Seen();
            };
        }

        private Notice notice(JsonFields fields) {
            Instant acceptedAt = instant(fields, "noticedAt");
            Instant deadline = instant(fields, "deadline");
            if (deadline.isBefore(acceptedAt)) {
                fields.fault("deadline", "is %s, before its notice".formatted(deadline));
                faults.throwIfAny();
            }
            return new Notice(acceptedAt, deadline);
        }

        private Claim claim(JsonFields fields) {
            Claim claim =
                    new Claim(
                            required(fields, "run", fields.string("run")),
                            required(fields, "holder", fields.string("holder")),
                            instant(fields, "at"));
            fields.rejectUnknown();
            return claim;
        }

        private Subject subject(String id, JsonFields fields) {
            Resource resource =
                    new Resource(
                            id,
                            fields.string("name").orElse(null),
                            place.region(),
                            fields.string("zone").orElse(null),
                            required(fields, "type", fields.string("type")),
                            fields.string("owner").orElse(null),
                            optionalInstant(fields, "since"));
            Subject subject =
                    new Subject(
                            resource,
                            Action.valueOf(constant(fields, "planned", ACTIONS)),
                            cost(fields),
                            RemovableReason.valueOf(constant(fields, "reason", REASONS)),
                            required(fields, "sentence", fields.string("sentence")),
                            required(fields, "evidence", fields.string("evidence")));
            fields.rejectUnknown();
            return subject;
        }

        private MonthlyCost cost(JsonFields fields) {
            Optional<String> unknown = fields.string("priceUnknown");
            if (unknown.isPresent()) {
                return new Unpriced(unknown.get());
            }
            BigDecimal dollars =
                    required(fields, "dollarsPerMonth", fields.decimal("dollarsPerMonth"));
            return new Priced(dollars, required(fields, "listed", fields.bool("listed")));
        }

        private String constant(JsonFields fields, String key, List<String> names) {
            String name = required(fields, key, fields.oneOf(key, names));
            return LedgerWriter.constant(name);
        }

        private @Nullable Instant optionalInstant(JsonFields fields, String key) {
            return fields.has(key) ? instant(fields, key) : null;
        }

        private Instant instant(JsonFields fields, String key) {
            String text = required(fields, key, fields.string(key));
            return time(text)
                    .orElseThrow(() -> {
                        fields.fault(
                                key,
                                "is %s, but must be a time such as 2026-11-20T10:00:00Z"
                                        .formatted(JsonFields.quoted(text)));
                        return refusal();
                    });
        }

        private static Optional<Instant> time(String text) {
            try {
                return Optional.of(Instant.parse(text))
                        .filter(time -> time.isAfter(EARLIEST) && time.isBefore(LATEST));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        private <T> T required(JsonFields fields, String key, Optional<T> value) {
            return value.orElseThrow(() -> {
                if (!fields.has(key)) {
                    fields.fault(key, "is missing");
                }
                return refusal();
            });
        }

        private RuntimeException refusal() {
            try {
                faults.throwIfAny();
            } catch (BadRequestException e) {
                return e;
            }
            return new IllegalStateException("refused without a fault");
        }
    }
}
