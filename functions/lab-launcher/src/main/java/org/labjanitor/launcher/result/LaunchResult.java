package org.labjanitor.launcher.result;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.labjanitor.core.launch.Estimate;
import org.labjanitor.launcher.request.LaunchMode;
import org.labjanitor.runtime.result.RunRecord;
import org.labjanitor.runtime.result.RunStatus;

/**
 * What one launch planned and did. Lambda's answer, the file beside a request and the terminal all
 * show this one record.
 *
 * @param lab the lab's name
 * @param end when its time is over
 * @param endKept whether the end is that of a lab that was there before, whatever the document says
 * @param isListed whether the estimate's prices are just these; false where they stand in for
 *     others (another Region, Spot)
 * @param priceSource where the prices come from
 * @param faults why nothing was created; empty where nothing was in the way
 * @param apiCalls requests sent, by service and operation
 */
public record LaunchResult(
        String runId,
        LaunchMode mode,
        String account,
        Instant startedAt,
        Instant endedAt,
        String lab,
        String region,
        Instant end,
        boolean endKept,
        List<LaunchedPiece> pieces,
        Estimate estimate,
        boolean isListed,
        String priceSource,
        List<String> faults,
        Map<String, Long> apiCalls)
        implements RunRecord {
    public LaunchResult {
        pieces = List.copyOf(pieces);
        faults = List.copyOf(faults);
    }

    @Override
    public RunStatus status() {
        if (!faults.isEmpty()) {
            return RunStatus.FAILED;
        }
        if (mode == LaunchMode.REPORT || pieces.stream().allMatch(LaunchedPiece::isWhole)) {
            return RunStatus.COMPLETE;
        }
        return pieces.stream().anyMatch(piece -> piece.there() > 0)
                ? RunStatus.PARTIAL
                : RunStatus.FAILED;
    }

    /** How many pieces are in a state. */
    public long with(PieceState state) {
        return pieces.stream().filter(piece -> piece.state() == state).count();
    }

    @Override
    public void writeAnswer(OutputStream out) throws IOException {
        new LaunchResultJson().write(this, out);
    }

    @Override
    public void writeWhole(OutputStream out) throws IOException {
        new LaunchResultJson().write(this, out);
    }
}
