package org.labjanitor.launcher.files;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.labjanitor.core.launch.FileSource;
import org.labjanitor.launcher.region.LabClients;

/** Lists starter files, and says what is wrong with them before any of them is copied. */
public final class SourceFiles {
    /** CopyObject and PutObject: "up to 5 GB in a single atomic action". */
    static final long LARGEST = 5L * 1024 * 1024 * 1024;

    /** A lab's start is not the place for moving data sets. */
    static final int MOST = 1_000;

    private final StoredFiles stored;
    private final FolderFiles folders = new FolderFiles();

    public SourceFiles(LabClients clients) {
        this.stored = new StoredFiles(clients);
    }

    /** The files of each source; what is wrong with a source is noted, and it has none. */
    public Map<FileSource, List<SourceFile>> list(
            Collection<FileSource> sources, List<String> faults) {
        Map<FileSource, List<SourceFile>> files = new HashMap<>();
        for (FileSource source : sources) {
            try {
                List<SourceFile> found = list(source);
                check(source, found, faults);
                files.put(source, found);
            } catch (UnreadableSourceException e) {
                faults.add("files of %s: %s".formatted(source.text(), e.getMessage()));
            }
        }
        return files;
    }

    private List<SourceFile> list(FileSource source) throws UnreadableSourceException {
        return switch (source) {
            case FileSource.Stored place -> stored.list(place);
            case FileSource.Folder folder -> folders.list(folder);
        };
    }

    private static void check(FileSource source, List<SourceFile> found, List<String> faults) {
        if (found.isEmpty()) {
            faults.add("files of %s: there are none".formatted(source.text()));
        }
        if (found.size() > MOST) {
            faults.add(
                    "files of %s: there are more than %,d; pack them into one file"
                            .formatted(source.text(), MOST));
        }
        for (SourceFile file : found) {
            if (file.bytes() > LARGEST) {
                faults.add(
                        "files of %s: %s has %,d bytes, but at most %,d (5 GB) are copied"
                                .formatted(source.text(), file.name(), file.bytes(), LARGEST));
            }
        }
    }
}
