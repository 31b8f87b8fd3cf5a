package org.labjanitor.runtime.grace;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.ledger.LedgerShelf;
import org.labjanitor.runtime.ledger.LedgerStore;
import org.labjanitor.runtime.notice.Notices;
import org.labjanitor.runtime.result.RunContext;
import org.labjanitor.runtime.settings.Mode;
import org.labjanitor.runtime.settings.Settings;
import org.labjanitor.runtime.time.Pause;

/**
 * Gives every run its grace. The clients for ledger and notices are built when a run needs them.
 */
public final class Graces {
    private final Settings settings;
    private final InstantSource clock;
    private final Pause pause;
    private final Notices notices;
    private final @Nullable LedgerStore store;

    public Graces(AwsClients clients, Settings settings, InstantSource clock, Pause pause) {
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
        this.notices = new Notices(clients, settings, clock);
        String bucket = settings.grace().stateBucket();
        this.store = bucket == null ? null : new LedgerStore(clients, bucket);
    }

    /**
     * The grace of a run over the Regions. To be asked for before the run lists anything: what is
     * missing from a list is held against what the ledger knew by then.
     *
     * @param graced false where a person named what is to go
     * @throws IllegalStateException if owners are to be warned, and the settings lack a ledger or a
     *     topic, which requests are checked for
     */
    public RunGrace of(RunContext run, boolean graced, List<String> regions) {
        boolean warns = graced && run.mode() != Mode.REPORT;
        if (warns && !settings.grace().canWarn()) {
            throw new IllegalStateException("owners cannot be warned without a ledger and a topic");
        }
        if (store == null) {
            return new ImmediateGrace();
        }
        GraceRun begun = GraceRun.begin(run, settings.grace(), clock);
        LedgerShelf shelf = new LedgerShelf(store, run, pause, clock, graced ? regions : List.of());
        Messages messages = new Messages(notices, begun, settings.grace());
        return graced
                ? new LedgerGrace(begun, shelf, messages)
                : new NamedGrace(begun, shelf, messages);
    }
}
