package org.labjanitor.cli.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.labjanitor.cli.report.PageFile;
import org.labjanitor.runtime.result.RunResult;

/** The demo's runs as pages, in a folder of their own where the system has room for such things. */
final class DemoPages {
    private DemoPages() {}

    /** Writes a page for each run and answers where they are. */
    static List<Path> write(List<RunResult> results) {
        try {
            Path folder = Files.createTempDirectory("janitor-demo-");
            PageFile pages = new PageFile();
            List<Path> files =
                    results.stream()
                            .map(result -> folder.resolve(result.sweep() + ".html"))
                            .toList();
            for (int i = 0; i < files.size(); i++) {
                pages.write(results.get(i), files.get(i));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("writing the demo's reports", e);
        }
    }
}
