import com.android.tools.r8.CompilationFailedException;
import com.android.tools.r8.D8;
import com.android.tools.r8.D8Command;
import com.android.tools.r8.origin.Origin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the lambdas of libraries classes. Java makes a class of a lambda when it first meets it,
 * which costs 0.3 ms each, three times what it costs to load a class; a cold start meets a
 * thousand of the SDK's. Our own code is left as the compiler wrote it: records and sealed types
 * would not survive the level of class files that D8 writes.
 */
final class Lambdas {
    private static final String OURS = "org/labjanitor/";

    /** Of Android's libraries; high enough that D8 rewrites nothing but lambdas. */
    private static final String LEVEL = "36";

    private Lambdas() {}

    /**
     * The same jar with classes for lambdas.
     *
     * @param provided jars with classes that Lambda brings
     */
    static Jar toClasses(Jar jar, List<Path> provided, Path workspace) throws Exception {
        Path libraries = workspace.resolve("libraries.jar");
        Path ours = workspace.resolve("ours.jar");
        Path written = workspace.resolve("written.jar");
        jar.only(path -> isClass(path) && !path.startsWith(OURS)).write(libraries);
        jar.only(path -> isClass(path) && path.startsWith(OURS)).write(ours);
        Files.deleteIfExists(written);
        D8.run(command(libraries, ours, written, provided));
        return jar.with(Jar.read(written).entries());
    }

    private static boolean isClass(String path) {
        return path.endsWith(".class");
    }

    private static D8Command command(Path in, Path ours, Path out, List<Path> provided) {
        List<String> options =
                new ArrayList<>(
                        List.of(
                                "--classfile",
                                "--release",
                                "--min-api",
                                LEVEL,
                                "--lib",
                                System.getProperty("java.home"),
                                "--classpath",
                                ours.toString()));
        provided.forEach(jar -> options.addAll(List.of("--lib", jar.toString())));
        options.addAll(List.of("--output", out.toString(), in.toString()));
        return build(options);
    }

    private static D8Command build(List<String> options) {
        try {
            return D8Command.parse(options.toArray(String[]::new), Origin.root()).build();
        } catch (CompilationFailedException e) {
            throw new IllegalStateException("D8 does not take " + options, e);
        }
    }
}
