package org.labjanitor.cli.report;

import java.util.List;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Table.Cell;
import org.labjanitor.cli.terminal.Table.Column;
import org.labjanitor.runtime.result.ResultItem;

/** Which columns a sweep's resources have. */
interface ItemColumns {
    List<Column> titles();

    List<Cell> cells(ResultItem item);

    /** What a row leaves out for want of room; empty where it says all. */
    String beneath(ResultItem item);

    static ItemColumns ofSweep(String sweep, Screen screen) {
        return sweep.equals("buckets") ? new BucketColumns(screen) : new InstanceColumns(screen);
    }
}
