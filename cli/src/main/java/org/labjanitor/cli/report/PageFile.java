package org.labjanitor.cli.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.labjanitor.runtime.report.ReportPage;
import org.labjanitor.runtime.result.RunResult;

/** The page that a run leaves in its report bucket, as a file. */
public final class PageFile {
    private final ReportPage page = new ReportPage();

    /** Writes it, over whatever was there. */
    public void write(RunResult result, Path file) throws IOException {
        Files.writeString(file, page.of(result), UTF_8);
    }
}
