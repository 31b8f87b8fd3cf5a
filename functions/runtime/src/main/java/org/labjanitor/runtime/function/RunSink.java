package org.labjanitor.runtime.function;

import org.labjanitor.runtime.result.RunResult;

/** Where a run's result goes besides its answer: a report, metrics, a log, a summary. */
@FunctionalInterface
public interface RunSink {
    /**
     * Takes the result. A fault is no reason to lose it: it is told in the result that comes back.
     */
    RunResult accept(RunResult result);
}
