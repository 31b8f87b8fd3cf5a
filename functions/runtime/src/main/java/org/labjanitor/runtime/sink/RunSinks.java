package org.labjanitor.runtime.sink;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.labjanitor.runtime.aws.AwsClients;
import org.labjanitor.runtime.function.RunSink;
import org.labjanitor.runtime.notice.AdminDigest;
import org.labjanitor.runtime.report.ReportStore;
import org.labjanitor.runtime.settings.Settings;

/** Where the results of a function go besides its answer, by its settings. */
public final class RunSinks {
    private RunSinks() {}

    /**
     * In the order in which a result goes through them: the report, so that the admin is told where
     * it is, the admin's digest, and what comes last so that it tells of the faults of both.
     *
     * @param last where results go besides in the place that the function runs in
     */
    public static List<RunSink> of(
            Settings settings, AwsClients clients, InstantSource clock, List<RunSink> last) {
        List<RunSink> sinks = new ArrayList<>();
        String reports = settings.reportBucket();
        if (reports != null) {
            sinks.add(new ReportStore(clients::homeS3, reports));
        }
        sinks.add(new AdminDigest(clients, settings, clock));
        sinks.addAll(last);
        return List.copyOf(sinks);
    }
}
