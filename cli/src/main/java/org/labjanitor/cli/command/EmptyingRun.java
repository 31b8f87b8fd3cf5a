package org.labjanitor.cli.command;

import java.time.Duration;
import java.time.Instant;
import org.labjanitor.buckets.emptying.BucketEmptier;
import org.labjanitor.buckets.emptying.DeletionBudget;
import org.labjanitor.buckets.emptying.EmptyingOrder;
import org.labjanitor.buckets.emptying.StopSignal;
import org.labjanitor.buckets.region.RegionalClients;
import org.labjanitor.buckets.removal.AfterEmptying;
import org.labjanitor.buckets.removal.BucketRemoval;
import org.labjanitor.buckets.removal.BucketRemover;
import org.labjanitor.cli.emptying.BucketSight;
import org.labjanitor.cli.emptying.Emptied;
import org.labjanitor.cli.emptying.EmptyingTeller;
import org.labjanitor.cli.emptying.SparseLines;
import org.labjanitor.cli.terminal.Interrupts.Listening;
import org.labjanitor.cli.terminal.StatusLine;
import org.labjanitor.cli.terminal.Terminal;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.time.TimeBudget;

/** Empties a bucket in front of a person, who sees how it gets on and can stop it. */
final class EmptyingRun {
    /** A terminal has no deadline; this one only keeps a lost connection from lasting for ever. */
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Surroundings here;
    private final AwsClients clients;
    private final RegionalClients regions;
    private final AfterEmptying after;

    EmptyingRun(
            Surroundings here, AwsClients clients, RegionalClients regions, AfterEmptying after) {
        this.here = here;
        this.clients = clients;
        this.regions = regions;
        this.after = after;
    }

    Emptied run(BucketSight sight) {
        Terminal terminal = here.terminal();
        if (!terminal.traits().errorIsTerminal()) {
            return run(
                    sight,
                    new EmptyingTeller(
                            new SparseLines(terminal.messages(false), here.clock()), here.clock()));
        }
        try (StatusLine line = terminal.statusLine()) {
            return run(sight, new EmptyingTeller(line::show, here.clock()));
        }
    }

    private Emptied run(BucketSight sight, EmptyingTeller teller) {
        StopSignal stop = new StopSignal();
        Instant start = here.clock().instant();
        try (Listening _ = here.interrupts().listen(() -> stop(stop, teller))) {
            BucketRemoval removal = remove(sight, stop, teller);
            return new Emptied(
                    sight,
                    removal,
                    teller.latest(),
                    Duration.between(start, here.clock().instant()));
        }
    }

    private BucketRemoval remove(BucketSight sight, StopSignal stop, EmptyingTeller teller) {
        BucketEmptier emptier = new BucketEmptier(clients, here.clock(), here.pause());
        return new BucketRemover(regions, emptier, here.pause())
                .remove(
                        new EmptyingOrder(
                                sight.bucket(),
                                sight.picture().region(),
                                sight.account(),
                                sight.picture().versioned()),
                        after,
                        DeletionBudget.unlimited(),
                        TimeBudget.of(LONGEST, here.clock()),
                        stop,
                        teller);
    }

    private static void stop(StopSignal stop, EmptyingTeller teller) {
        stop.give();
        teller.stopping();
    }
}
