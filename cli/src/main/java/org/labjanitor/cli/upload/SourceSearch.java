package org.labjanitor.cli.upload;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files behind what a person names. Links are followed, but never round in circles. What
 * cannot be read is left, and does not stop the others.
 */
public final class SourceSearch {
    /** In bytes of UTF-8 (S3 User Guide, "Naming Amazon S3 objects"). */
    private static final int LONGEST_KEY = 1_024;

    private final String prefix;
    private final List<Source> files = new ArrayList<>();
    private final List<NotUploaded> left = new ArrayList<>();

    /** A search for one upload; {@code prefix} begins every key of what is found in a folder. */
    private SourceSearch(String prefix) {
        this.prefix = prefix;
    }

    /**
     * The files and where they go. A file goes below the prefix by its name, or to exactly the key
     * where it is the only one and the key does not end with a slash. A folder goes with its name,
     * and without it where a person wrote a slash at its end.
     *
     * @param named files and folders as a person wrote them
     * @param key what stands behind the bucket in the address; may be empty
     */
    public static Sources of(List<String> named, String key) {
        boolean isFolder = key.isEmpty() || key.endsWith("/");
        boolean isOneFile = named.size() == 1 && Files.isRegularFile(Path.of(named.getFirst()));
        if (isOneFile && !isFolder) {
            SourceSearch search = new SourceSearch("");
            search.add(Path.of(named.getFirst()), key);
            return search.found();
        }
        SourceSearch search = new SourceSearch(isFolder ? key : key + "/");
        named.forEach(search::look);
        return search.found();
    }

    private Sources found() {
        files.sort(Comparator.comparing(Source::key));
        return new Sources(files, left);
    }

    private void look(String named) {
        Path path = Path.of(named);
        if (!Files.isDirectory(path)) {
            add(path, prefix + nameOf(path));
            return;
        }
        boolean withoutName = named.endsWith("/") || named.endsWith(File.separator);
        String below = withoutName || nameOf(path).isEmpty() ? prefix : prefix + nameOf(path) + "/";
        try {
            Files.walkFileTree(
                    path,
                    EnumSet.of(FileVisitOption.FOLLOW_LINKS),
                    Integer.MAX_VALUE,
                    new Visitor(path, below));
        } catch (IOException e) {
            left.add(new NotUploaded(path, why(e)));
        }
    }

    /** The name that the folder has wherever a person stands: {@code .} is one, too. */
    private static String nameOf(Path path) {
        Path name = path.toAbsolutePath().normalize().getFileName();
        return name == null ? "" : name.toString();
    }

    private final class Visitor extends SimpleFileVisitor<Path> {
        private final Path root;
        private final String below;

        Visitor(Path root, String below) {
            this.root = root;
            this.below = below;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String relative = root.relativize(file).toString().replace(File.separatorChar, '/');
            add(file, below + relative);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            left.add(new NotUploaded(file, why(failure)));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) {
            if (failure != null) {
                left.add(new NotUploaded(folder, why(failure)));
            }
            return FileVisitResult.CONTINUE;
        }
    }

    private void add(Path file, String key) {
        try {
            if (!Files.exists(file)) {
                left.add(new NotUploaded(file, "there is no such file"));
            } else if (!Files.isRegularFile(file)) {
                left.add(new NotUploaded(file, "it is neither a file nor a folder"));
            } else if (!Files.isReadable(file)) {
                left.add(new NotUploaded(file, "it may not be read"));
            } else if (key.getBytes(UTF_8).length > LONGEST_KEY) {
                left.add(
                        new NotUploaded(
                                file,
                                "its key would have %d bytes; S3 takes %d"
                                        .formatted(key.getBytes(UTF_8).length, LONGEST_KEY)));
            } else {
                files.add(new Source(file, key, Files.size(file)));
            }
        } catch (IOException e) {
            left.add(new NotUploaded(file, why(e)));
        }
    }

    /** What went wrong with a file, for a person. */
    static String why(IOException failure) {
        return switch (failure) {
            case FileSystemLoopException _ -> "it is a link back to a folder that it is in";
            case AccessDeniedException _ -> "it may not be read";
            case NoSuchFileException _ -> "there is no such file";
            default -> "it cannot be read: " + failure.getMessage();
        };
    }
}
