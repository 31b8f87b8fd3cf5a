package org.labjanitor.bench.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** The functions in the ways to pack them, each unpacked as Lambda unpacks it. */
final class Packages {
    private static final Path FUNCTIONS = Path.of("..", "functions");

    private final Path workspace;

    Packages(Path workspace) {
        this.workspace = workspace;
    }

    /** A function that does nothing. */
    Variant hello() throws IOException {
        return withHandler("hello", HelloHandler.class, workspace.resolve("hello"));
    }

    /** A function that makes one call with one client of the SDK's, and nothing shrunk. */
    Variant plainClient(Variant unshrunk) throws IOException {
        // What else lies in the folder is not loaded.
        return withHandler("plain EC2 client", PlainClientHandler.class, unshrunk.taskRoot());
    }

    private static Variant withHandler(String name, Class<?> handler, Path root)
            throws IOException {
        String file = handler.getName().replace('.', '/') + ".class";
        Path target = root.resolve(file);
        Files.createDirectories(target.getParent());
        Files.copy(Path.of("target", "classes").resolve(file), target);
        return new Variant(name, handler.getName() + "::handleRequest", root, List.of());
    }

    /** The jar that is deployed, as it is deployed. */
    Variant shrunk(String function, String handler) throws IOException {
        return unpacked(function, handler, "shrunk", jar(function, function + "-lambda.jar"));
    }

    /** Everything that was there before shrinking. */
    Variant unshrunk(String function, String handler) throws IOException {
        return unpacked(function, handler, "unshrunk", jar(function, "unshrunk.jar"));
    }

    /** The jar that is deployed, as a library within a package. */
    Variant library(String function, String handler) throws IOException {
        Path root = workspace.resolve(function + "-library");
        Files.createDirectories(root.resolve("lib"));
        Files.copy(
                jar(function, function + "-lambda.jar"),
                root.resolve("lib").resolve("function.jar"));
        return new Variant(function + " library", handler + "::handleRequest", root, List.of());
    }

    /** The same without compression. */
    Variant stored(String function, String handler) throws IOException {
        Path root = workspace.resolve(function + "-stored");
        Files.createDirectories(root.resolve("lib"));
        try (ZipFile jar = new ZipFile(jar(function, function + "-lambda.jar").toFile());
                OutputStream file =
                        Files.newOutputStream(root.resolve("lib").resolve("function.jar"));
                ZipOutputStream copy = new ZipOutputStream(file)) {
            copy.setLevel(0);
            for (ZipEntry entry : Collections.list(jar.entries())) {
                copy.putNextEntry(new ZipEntry(entry.getName()));
                try (InputStream content = jar.getInputStream(entry)) {
                    content.transferTo(copy);
                }
            }
        }
        return new Variant(function + " stored", handler + "::handleRequest", root, List.of());
    }

    /** The jar that is deployed, on Java's own class path in a container image. */
    Variant image(String function, String handler) throws IOException {
        Path root = Files.createDirectories(workspace.resolve(function + "-image"));
        Path jar = root.resolve("function.jar");
        Files.copy(jar(function, function + "-lambda.jar"), jar);
        return new Variant(function + " image", handler + "::handleRequest", root, List.of(), jar);
    }

    private Variant unpacked(String function, String handler, String kind, Path jar)
            throws IOException {
        Path root = workspace.resolve(function + "-" + kind);
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                Path file = root.resolve(entry.getName()).normalize();
                if (entry.isDirectory() || !file.startsWith(root)) {
                    continue;
                }
                Files.createDirectories(file.getParent());
                try (InputStream content = zip.getInputStream(entry)) {
                    Files.copy(content, file);
                }
            }
        }
        return new Variant(function + " " + kind, handler + "::handleRequest", root, List.of());
    }

    private static Path jar(String function, String name) {
        Path jar = FUNCTIONS.resolve(function).resolve("target").resolve(name);
        if (!Files.exists(jar)) {
            throw new IllegalStateException(
                    jar + " is not there; build it with mvn -B -ntp -DskipTests package");
        }
        return jar;
    }
}
