package org.labjanitor.cli.command;

import org.labjanitor.runtime.result.RunStatus;

/** What the shell is told. */
final class ExitCode {
    static final int COMPLETE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int PARTIAL = 3;

    /** As a shell tells of a program that Ctrl-C ended. */
    static final int STOPPED = 130;

    private ExitCode() {}

    static int of(RunStatus status) {
        return switch (status) {
            case COMPLETE -> COMPLETE;
            case PARTIAL -> PARTIAL;
            case FAILED -> FAILED;
        };
    }
}
