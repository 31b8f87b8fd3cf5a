package org.labjanitor.launcher.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.labjanitor.core.launch.FileSource;

/** Starter files in a folder of this computer; links are not followed. */
final class FolderFiles {
    List<SourceFile> list(FileSource.Folder folder) throws UnreadableSourceException {
        Path root = Path.of(folder.path());
        if (!Files.exists(root)) {
            throw new UnreadableSourceException("there is no such folder");
        }
        if (!Files.isDirectory(root)) {
            throw new UnreadableSourceException("it is no folder; name the folder around it");
        }
        try (Stream<Path> paths = Files.walk(root)) {
            List<SourceFile> files = new ArrayList<>();
            for (Path path :
                    paths.filter(Files::isRegularFile)
                            .sorted()
                            .limit(SourceFiles.MOST + 1L)
                            .toList()) {
                files.add(
                        new SourceFile(
                                name(root, path),
                                Files.size(path),
                                new SourceFile.Origin.Local(path)));
            }
            return files;
        } catch (IOException e) {
            throw new UnreadableSourceException("it cannot be read: " + e.getMessage());
        }
    }

    private static String name(Path root, Path path) {
        return String.join(
                "/", Stream.of(root.relativize(path).toString().split("[/\\\\]", -1)).toList());
    }
}
