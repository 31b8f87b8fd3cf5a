package org.labjanitor.runtime.notice;

import java.time.InstantSource;
import java.util.List;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.function.RunSink;
import org.labjanitor.runtime.result.ResultItem;
import org.labjanitor.runtime.result.RunContext;
import org.labjanitor.runtime.result.RunResult;
import org.labjanitor.runtime.result.RunStatus;
import org.labjanitor.runtime.settings.Settings;

/**
 * Tells the admin in one message what a run saw and did. A run that found everything in order says
 * nothing, and neither does one without a topic. What became of the message is added to the result.
 */
public final class AdminDigest implements RunSink {
    private final boolean hasTopic;
    private final Recipient admin;
    private final Postbox postbox;

    public AdminDigest(AwsClients clients, Settings settings, InstantSource clock) {
        this.hasTopic = settings.grace().topic() != null;
        this.admin = new Recipient(settings.grace().admin());
        this.postbox = new Postbox(clients, settings.grace().topic(), clock);
    }

    @Override
    public RunResult accept(RunResult result) {
        if (!hasTopic || isSilent(result)) {
            return result;
        }
        RunContext run =
                new RunContext(result.sweep(), result.runId(), result.mode(), result.account());
        List<Letter> letters = Paging.letters(new DigestText(result).draft(admin));
        return result.and(postbox.post(run, letters).sent());
    }

    /** Nothing may go, nothing went, nothing failed, and everything was examined. */
    private static boolean isSilent(RunResult result) {
        return result.status() == RunStatus.COMPLETE
                && result.removable() == 0
                && result.items().stream().noneMatch(ResultItem::isSaved);
    }
}
