import com.android.tools.r8.R8;
import com.android.tools.r8.R8Command;
import com.android.tools.r8.origin.Origin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * Makes the jar of a function: shrinks everything with R8, and sees to it that what is left starts
 * quickly (docs/adr/0012). It takes more than a minute, and so it is done only when the jar, the
 * rules, R8 or this code have changed since. Run from its source by the build, on the JDK that the
 * function is built for: that JDK's classes are what the function may call.
 */
final class Shrink {
    private Shrink() {}

    /**
     * Shrinks one jar.
     *
     * @param arguments the jar with everything, the jar to be written, the rules, and a folder with
     *     R8 and with the jars that Lambda brings itself
     */
    public static void main(String[] arguments) throws Exception {
        Path whole = Path.of(arguments[0]);
        Path shrunk = Path.of(arguments[1]);
        Path rules = Path.of(arguments[2]);
        Path tools = Path.of(arguments[3]);
        Path key = Path.of(arguments[1] + ".key");
        String now = key(whole, rules, tools);
        if (Files.exists(shrunk) && Files.exists(key) && Files.readString(key).equals(now)) {
            return;
        }
        Files.deleteIfExists(key);
        Path workspace = Files.createDirectories(tools.resolve("steps"));
        Path small = workspace.resolve("small.jar");
        R8.run(command(whole, small, rules, tools));
        Jar quick = ServiceTables.removeFrom(Jar.read(small));
        Lambdas.toClasses(quick, provided(tools), workspace).write(shrunk);
        Files.writeString(key, now);
    }

    private static R8Command command(
            Path whole, Path shrunk, Path rules, Path tools) throws Exception {
        List<String> options =
                new ArrayList<>(List.of("--classfile", "--release", "--lib", System.getProperty("java.home")));
        provided(tools).forEach(jar -> options.addAll(List.of("--lib", jar.toString())));
        options.addAll(
                List.of("--pg-conf", rules.toString(), "--output", shrunk.toString(), whole.toString()));
        return R8Command.parse(
                        options.toArray(String[]::new), Origin.root())
                .build();
    }

    private static String key(Path whole, Path rules, Path tools)
            throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Files.readAllBytes(whole));
        try (var files = Files.list(rules.getParent())) {
            files.sorted().forEach(file -> update(digest, file));
        }
        jars(tools).forEach(jar -> update(digest, jar));
        digest.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<Path> provided(Path tools) throws IOException {
        return jars(tools).stream()
                .filter(jar -> !jar.getFileName().toString().startsWith("r8"))
                .toList();
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }

    private static void update(MessageDigest digest, Path file) {
        try {
            digest.update(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
