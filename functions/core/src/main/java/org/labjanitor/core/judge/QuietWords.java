package org.labjanitor.core.judge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labjanitor.core.verdict.Explanation;
import org.labjanitor.core.verdict.Fact;

/** Explains the verdicts of a rule that waits for quiet. */
final class QuietWords {
    private static final String CPU_SOURCE = "CloudWatch CPUUtilization";

    private final QuietTerms terms;
    private final Signals signals;

    QuietWords(QuietTerms terms, Signals signals) {
        this.terms = terms;
        this.signals = signals;
    }

    Explanation inUse(Picture picture) {
        Fact use =
                LastUse.in(picture, terms)
                        .orElseThrow(() -> new IllegalStateException("in use without a use"));
        return new Explanation(LastUse.sentence(use), List.of(use, neededAfterUse(picture)));
    }

    Explanation idle(Picture picture) {
        return new Explanation(idleSentence(picture), facts(picture));
    }

    Explanation rhythm(Picture picture) {
        Pauses pauses = picture.pauses();
        int longest = pauses.longestAtLeast();
        String sentence =
                "Quiet for "
                        + between(pauses.quietAtLeast(), pauses.quietAtMost())
                        + ", but it has paused for "
                        + Phrases.slots(longest)
                        + " before: "
                        + needed(longest);
        return new Explanation(sentence, facts(picture));
    }

    Explanation holes(Picture picture) {
        String sentence =
                "Quiet for "
                        + between(picture.pauses().quietAtLeast(), picture.pauses().quietAtMost())
                        + ", but "
                        + doubt(picture);
        return new Explanation(sentence, facts(picture));
    }

    private static String doubt(Picture picture) {
        Optional<String> signal =
                picture.signals().stream()
                        .filter(SignalReading::hasHoles)
                        .map(SignalReading::holesSentence)
                        .findFirst();
        if (signal.isPresent()) {
            return signal.get();
        }
        int missing = picture.cpu().expected() - picture.cpu().presentAtLeast();
        return missing > 0
                ? missing + " CPU data points are missing, and a hole in the data may be a use."
                : "its network data are missing in part, or add up to a use over a day.";
    }

    Explanation thin(Picture picture) {
        CpuReading cpu = picture.cpu();
        double percent = 100.0 * cpu.presentAtMost() / Math.max(1, cpu.expected());
        String sentence =
                "CloudWatch has only "
                        + Phrases.percent(Math.floor(percent))
                        + " of the CPU data points expected since its last start or in the last "
                        + lookback()
                        + "; "
                        + terms.coveragePercent()
                        + " % are needed.";
        return new Explanation(sentence, facts(picture));
    }

    private String idleSentence(Picture picture) {
        Pauses pauses = picture.pauses();
        boolean unused = pauses.quietAtLeast() == picture.window().slots();
        String quiet =
                unused
                        ? "No use in the last " + lookback() + " looked at"
                        : "Quiet for " + atLeast(pauses.quietAtLeast(), pauses.quietAtMost());
        int longest = pauses.longestAtMost();
        if (terms.gapFactor() == 0) {
            return quiet + "; " + Phrases.slots(terms.quietSlots()) + " are enough.";
        }
        if (longest == 0) {
            return quiet
                    + ", with no earlier pause to compare with; "
                    + Phrases.slots(terms.quietSlots())
                    + " are enough.";
        }
        return quiet
                + ", and its longest pause in "
                + lookback()
                + " was "
                + (longest > pauses.longestAtLeast() ? "at most " : "")
                + Phrases.slots(longest)
                + "; "
                + needed(longest);
    }

    private String needed(int longest) {
        return Phrases.times(terms.gapFactor())
                + " is "
                + Phrases.slots(terms.gapFactor() * longest)
                + ".";
    }

    private String lookback() {
        Duration lookback = terms.lookback();
        return lookback.equals(Duration.ofDays(lookback.toDays()))
                ? lookback.toDays() + (lookback.toDays() == 1 ? " day" : " days")
                : lookback.toHours() + " h";
    }

    private static String atLeast(int least, int most) {
        return (least < most ? "at least " : "") + Phrases.slots(least);
    }

    private static String between(int least, int most) {
        return least == most
                ? Phrases.slots(least)
                : Phrases.slots(least) + " to " + Phrases.slots(most);
    }

    private List<Fact> facts(Picture picture) {
        List<Fact> facts = new ArrayList<>();
        Optional<Fact> use = LastUse.in(picture, terms);
        use.ifPresent(facts::add);
        Pauses pauses = picture.pauses();
        facts.add(
                new Fact(
                        Fact.QUIET,
                        between(pauses.quietAtLeast(), pauses.quietAtMost()),
                        "CloudWatch and login history",
                        picture.window()
                                .slotStart(picture.window().slots() - pauses.quietAtLeast())));
        facts.add(neededInAll(picture));
        if (terms.gapFactor() > 0) {
            facts.add(
                    new Fact(
                            "longest pause",
                            between(pauses.longestAtLeast(), pauses.longestAtMost()),
                            "CloudWatch and login history",
                            null));
        }
        facts.add(coverage(picture.cpu()));
        picture.network().ifPresent(network -> facts.add(traffic(network)));
        facts.addAll(signals.facts(picture.running().instance(), picture.signals()));
        return facts;
    }

    /** From the latest use that is known of; a pause not known yet can only make it longer. */
    private Fact neededAfterUse(Picture picture) {
        int longest = picture.pauses().longestAtLeast();
        return needed("at least ", longest, picture, picture.pauses().lastUse() + 1);
    }

    private Fact neededInAll(Picture picture) {
        Pauses pauses = picture.pauses();
        boolean open = pauses.longestAtMost() > pauses.longestAtLeast();
        int begin = picture.window().slots() - pauses.quietAtLeast();
        return needed(open ? "at most " : "", pauses.longestAtMost(), picture, begin);
    }

    private Fact needed(String bound, int longestPause, Picture picture, int begin) {
        int slots = Math.max(terms.quietSlots(), (int) Math.ceil(terms.gapFactor() * longestPause));
        return new Fact(
                Fact.QUIET_NEEDED,
                bound + Phrases.slots(slots),
                "the policy",
                picture.window().slotStart(begin + slots));
    }

    private static Fact coverage(CpuReading cpu) {
        int present = cpu.presentAtLeast();
        String atLeast = present < cpu.presentAtMost() ? "at least " : "";
        return new Fact(
                "data points since the last start",
                atLeast + present + " of " + cpu.expected(),
                CPU_SOURCE,
                null);
    }

    private static Fact traffic(NetworkReading network) {
        return new Fact(
                "most traffic in 24 h",
                Phrases.megabytes(network.mostInARun()),
                "CloudWatch NetworkIn and NetworkOut",
                null);
    }
}
