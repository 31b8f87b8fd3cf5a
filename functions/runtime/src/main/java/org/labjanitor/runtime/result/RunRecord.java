package org.labjanitor.runtime.result;

import java.io.IOException;
import java.io.OutputStream;

/** What a run leaves behind: how far it got, and its document. */
public interface RunRecord {
    RunStatus status();

    /** Writes the document as Lambda's answer, which must not be longer than 6 MB. */
    void writeAnswer(OutputStream out) throws IOException;

    /** Writes the whole document, as a file. */
    void writeWhole(OutputStream out) throws IOException;
}
