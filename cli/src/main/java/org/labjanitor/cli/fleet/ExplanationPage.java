package org.labjanitor.cli.fleet;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.labjanitor.cli.report.Money;
import org.labjanitor.cli.report.OwnerWords;
import org.labjanitor.cli.terminal.CellWidth;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.core.verdict.Fact;
import org.labjanitor.core.verdict.RuleOutcome;
import org.labjanitor.core.verdict.RuleOutcome.Effect;
import org.labjanitor.core.verdict.Verdict;
import org.labjanitor.core.verdict.Verdict.Keep;
import org.labjanitor.core.verdict.Verdict.Removable;
import org.labjanitor.core.verdict.Verdict.Unknown;
import org.labjanitor.runtime.report.ReasonWords;
import org.labjanitor.runtime.result.CpuHistory;
import org.labjanitor.runtime.result.InstanceSight;
import org.labjanitor.runtime.result.LastLogin;
import org.labjanitor.runtime.result.Resource;
import org.labjanitor.runtime.result.ResultItem;

/**
 * One resource explained: what it is, its verdict, each rule in the order in which it is asked, and
 * what comes next.
 */
public final class ExplanationPage {
    private static final int LABELS = 12;
    private static final int DAY = 24;

    private final Screen screen;

    public ExplanationPage(Screen screen) {
        this.screen = screen;
    }

    /** Shows a resource with its verdict and all its reasons. */
    public void show(ResultItem item) {
        Resource resource = item.resource();
        String name = Objects.requireNonNullElse(resource.name(), "");
        boolean isNamed = !name.isBlank() && !name.equals(resource.id());
        screen.line(
                (isNamed ? screen.paint(Style.BOLD, screen.safe(name)) + "  " : "")
                        + screen.paint(Style.NAME, screen.safe(resource.id())));
        showFacts(item);
        screen.blank();
        screen.paragraph(
                0,
                VerdictWord.style(item.verdict()),
                title(item.verdict()) + ": " + ReasonWords.of(item.verdict()) + ".");
        screen.blank();
        showReasons(item);
        showNext(item);
    }

    private void showReasons(ResultItem item) {
        InstanceSight sight = item.sight();
        if (sight != null && !sight.reasoning().outcomes().isEmpty()) {
            sight.reasoning().outcomes().forEach(this::show);
            return;
        }
        screen.paragraph(2, Style.PLAIN, item.verdict().explanation().sentence());
        item.verdict().explanation().facts().forEach(fact -> showFact(fact, 2));
    }

    private void showFacts(ResultItem item) {
        String dot = " " + screen.glyphs().dot() + " ";
        Resource resource = item.resource();
        List<String> parts = new ArrayList<>();
        parts.add(resource.type());
        if (item.sight() != null) {
            parts.add(item.sight().state());
        }
        parts.add(Objects.requireNonNullElse(resource.zone(), resource.region()));
        parts.add(OwnerWords.of(resource));
        parts.add(Money.inSentence(List.of(item.cost())));
        screen.paragraph(2, Style.PLAIN, String.join(dot, parts));
        if (item.sight() != null) {
            showSight(item.sight());
        }
    }

    private void showSight(InstanceSight sight) {
        CpuHistory day = sight.day();
        if (day != null && !Float.isNaN(CpuBars.peak(day))) {
            screen.line(
                    "  CPU of the last 24 h  "
                            + screen.paint(Style.NAME, new CpuBars(screen.glyphs()).of(day, DAY))
                            + "  at most %.1f %%".formatted(CpuBars.peak(day)));
        }
        LastLogin login = sight.lastLogin();
        if (login != null) {
            screen.paragraph(
                    2,
                    Style.PLAIN,
                    "Last login: %s by %s, %s %s"
                            .formatted(
                                    login.who(),
                                    login.source(),
                                    login.open() ? "still open, since" : "until",
                                    Minutes.utc(login.at())));
        }
    }

    private static String title(Verdict verdict) {
        return switch (verdict) {
            case Removable _ -> "May go";
            case Keep _ -> "Kept";
            case Unknown _ -> "Unknown, so kept";
        };
    }

    private void show(RuleOutcome outcome) {
        String lead = "  " + screen.fit().left(outcome.rule(), LABELS) + "  ";
        String effect = effect(outcome);
        Style style = style(outcome);
        screen.paragraph(
                screen.paint(outcome.effect() == Effect.DECIDES ? Style.BOLD : Style.DIM, lead),
                CellWidth.of(lead),
                style,
                (effect.isEmpty() ? "" : effect + ": ") + outcome.explanation().sentence());
        if (outcome.verdict() == null) {
            return;
        }
        outcome.explanation().facts().forEach(fact -> showFact(fact, CellWidth.of(lead)));
        if (outcome.effect() == Effect.DECIDES || !(outcome.verdict() instanceof Removable)) {
            showOtherwise(outcome.otherwise(), CellWidth.of(lead));
        }
    }

    private static String effect(RuleOutcome outcome) {
        Verdict verdict = outcome.verdict();
        if (verdict == null) {
            return "";
        }
        boolean decides = outcome.effect() == Effect.DECIDES;
        return switch (verdict) {
            case Removable _ -> decides ? "lets it go" : "would let it go";
            case Keep _ -> decides ? "keeps it" : "would keep it, too";
            case Unknown _ -> decides ? "leaves it open" : "would leave it open";
        };
    }

    private static Style style(RuleOutcome outcome) {
        return switch (outcome.effect()) {
            case DECIDES -> Style.BOLD;
            case WOULD_DECIDE, PASSES -> Style.PLAIN;
            case NOT_LOOKED_AT -> Style.DIM;
        };
    }

    private void showFact(Fact fact, int indent) {
        Instant at = fact.at();
        String lead = " ".repeat(indent) + screen.glyphs().bullet() + " ";
        screen.paragraph(
                screen.paint(Style.DIM, lead),
                CellWidth.of(lead),
                Style.DIM,
                "%s: %s (%s%s)"
                        .formatted(
                                fact.name(),
                                fact.value(),
                                fact.source(),
                                at == null ? "" : ", " + Minutes.utc(at)));
    }

    private void showOtherwise(String otherwise, int indent) {
        if (!otherwise.isEmpty()) {
            String lead = " ".repeat(indent) + screen.glyphs().arrow() + " ";
            screen.paragraph(
                    screen.paint(Style.NAME, lead), CellWidth.of(lead), Style.PLAIN, otherwise);
        }
    }

    private void showNext(ResultItem item) {
        if (item.warning() != null) {
            screen.blank();
            screen.paragraph(
                    2,
                    Style.WARNING,
                    "Its owner was warned at %s; the grace ends at %s."
                            .formatted(
                                    Minutes.utc(item.warning().noticedAt()),
                                    Minutes.utc(item.warning().deadline())));
        }
        if (!item.outcomeDetail().isEmpty()) {
            screen.blank();
            screen.paragraph(2, Style.WARNING, "Not now: " + item.outcomeDetail() + ".");
        }
    }
}
