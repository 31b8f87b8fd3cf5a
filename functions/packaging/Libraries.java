import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the command line's libraries start quickly, where they lie beside its jar. Doing it again
 * changes nothing. Run from its source by the build.
 */
final class Libraries {
    private Libraries() {}

    /**
     * Rewrites two libraries.
     *
     * @param arguments the folder
     */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path picocli = library(folder, "picocli-");
        ModernClasses.in(picocli).write(picocli);
        Path regions = library(folder, "regions-");
        ServiceTables.removeFrom(Jar.read(regions)).write(regions);
    }

    private static Path library(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(file -> file.getFileName().toString().startsWith(name)).toList();
            if (found.size() != 1) {
                throw new IllegalStateException(
                        "one library has to begin with %s in %s, but these do: %s"
                                .formatted(name, folder, found));
            }
            return found.getFirst();
        }
    }
}
