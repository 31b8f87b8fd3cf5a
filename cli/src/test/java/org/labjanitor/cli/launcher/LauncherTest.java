package org.labjanitor.cli.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher script, in a checkout of its own with a JDK and a Maven that only say what they were
 * asked.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path SCRIPT = Path.of("..", "janitor");

    @TempDir private Path folder;

    private Path jar;

    @BeforeEach
    void layOut() throws IOException {
        Files.copy(SCRIPT, home().resolve("janitor"));
        executable(home().resolve("janitor"));
        Files.createDirectories(home().resolve("cli/src/main"));
        Files.createDirectories(home().resolve("cli/target"));
        Files.writeString(home().resolve("pom.xml"), "<project/>");
        jar = Files.createFile(home().resolve("cli/target/janitor-cli-1.jar"));
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().plusSeconds(60)));
        Path tried = Files.createFile(home().resolve("cli/target/janitor.caches"));
        Files.setLastModifiedTime(tried, FileTime.from(Instant.now().plusSeconds(90)));
        stub("jdk/bin/java", "echo java \"$@\"");
        stub("jdk/bin/javac", "");
        stub("bin/mvn", "echo mvn \"$@\" >> \"" + folder.resolve("mvn.log") + "\"");
        release("25.0.1");
    }

    @Test
    void itStartsTheJarWithTheWordsAsTheyWereTyped() throws Exception {
        Ran ran = run(home().resolve("janitor"), "report", "--reason", "two words");

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.output())
                .startsWith("java -XX:+UseSerialGC")
                .endsWith("-jar " + jar.toRealPath() + " report --reason two words\n");
        assertThat(folder.resolve("mvn.log")).doesNotExist();
    }

    @Test
    void itFindsItsHomeThroughLinks() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("bin/j"), Path.of("../house/janitor"));

        assertThat(run(link).output()).contains("-jar " + jar.toRealPath());
    }

    @Test
    void itBuildsWhatIsOlderThanItsSources() throws Exception {
        Path source = Files.writeString(home().resolve("cli/src/main/A.java"), "class A {}");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(120)));

        Ran ran = run(home().resolve("janitor"), "--version");

        assertThat(ran.output()).startsWith("Building the janitor (first time takes a minute)");
        assertThat(Files.readString(folder.resolve("mvn.log"))).contains("package -pl cli -am");
    }

    @Test
    void itMakesItsCachesOnceAfterABuild() throws Exception {
        FileTime before = FileTime.from(Instant.now().minusSeconds(120));
        Files.setLastModifiedTime(home().resolve("pom.xml"), before);
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
        Files.delete(home().resolve("cli/target/janitor.caches"));

        Ran first = run(home().resolve("janitor"), "--version");
        Ran second = run(home().resolve("janitor"), "--version");

        assertThat(first.output()).startsWith("Making it start quickly").endsWith("--version\n");
        assertThat(second.output()).startsWith("java ").endsWith("--version\n");
    }

    @Test
    void itUsesACacheThatIsNewerThanTheJar() throws Exception {
        Path cache = Files.createFile(home().resolve("cli/target/janitor.aot"));
        Files.setLastModifiedTime(cache, FileTime.from(Instant.now().plusSeconds(90)));

        assertThat(run(home().resolve("janitor"), "report").output())
                .contains("-XX:AOTCache=" + cache.toRealPath());
        assertThat(run(home().resolve("janitor"), "demo").output()).doesNotContain("AOTCache");
    }

    /**
     * Whether there is a newer one elsewhere depends on the machine; the old one is never taken.
     */
    @Test
    void anOldJdkIsPassedOver() throws Exception {
        release("21.0.4");

        assertThat(run(home().resolve("janitor"), "--version").output()).doesNotStartWith("java ");
    }

    private Path home() throws IOException {
        return Files.createDirectories(folder.resolve("house"));
    }

    private void release(String version) throws IOException {
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"" + version + "\"\n");
    }

    private void stub(String name, String body) throws IOException {
        Path stub = folder.resolve(name);
        Files.createDirectories(stub.getParent());
        Files.writeString(stub, "#!/bin/sh\n" + body + "\n");
        executable(stub);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Ran run(Path script, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(words));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
        builder.environment()
                .merge("PATH", folder.resolve("bin").toString(), (path, bin) -> bin + ":" + path);
        builder.environment().remove("JAVA_OPTS");
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Ran(process.waitFor(), output);
    }

    private record Ran(int exitCode, String output) {}
}
