package org.labjanitor.cli.shell;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.labjanitor.cli.aws.Profiles;
import org.labjanitor.cli.command.Janitor;
import org.labjanitor.cli.command.Surroundings;
import org.labjanitor.cli.terminal.Interrupts;
import org.labjanitor.cli.terminal.Terminal;
import org.labjanitor.cli.terminal.TerminalTraits;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.simulator.Lab;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** A person's shell in front of a lab, or of nothing at all. */
public final class Shell {
    private final Map<String, String> environment = new HashMap<>();
    private final InstantSource clock;
    private final Pause pause;
    private String accessKey;
    private @Nullable String region = "us-east-1";
    private String typed = "";
    private Runnable meanwhile = () -> {};
    private boolean isTerminal;
    private boolean hasProgress;
    private boolean hasUnicode = true;
    private boolean hasColours;
    private int width = 120;
    private Interrupts interrupts = _ -> () -> {};

    private Shell(InstantSource clock, Pause pause, String accessKey) {
        this.clock = clock;
        this.pause = pause;
        this.accessKey = accessKey;
    }

    /** A shell whose AWS is the lab. */
    public static Shell at(Lab lab) {
        return new Shell(lab.clock(), lab.clock()::advance, lab.accessKey(Lab.DEFAULT_ACCOUNT))
                .endpoint(lab.endpoint());
    }

    /** A shell that cannot reach AWS. */
    public static Shell offline() {
        return new Shell(InstantSource.system(), _ -> {}, "none")
                .endpoint(URI.create("http://127.0.0.1:1"));
    }

    public Shell endpoint(URI endpoint) {
        return set("AWS_ENDPOINT_URL", endpoint.toString());
    }

    public Shell set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    public Shell signWith(String accessKeyId) {
        this.accessKey = accessKeyId;
        return this;
    }

    public Shell withoutRegion() {
        this.region = null;
        return this;
    }

    /** Someone sits at a terminal and will type this. */
    public Shell typing(String answer) {
        this.isTerminal = true;
        this.typed = answer + "\n";
        return this;
    }

    /** While the person makes up their mind, something else happens. */
    public Shell meanwhile(Runnable event) {
        this.meanwhile = event;
        return this;
    }

    /** The messages go to a terminal of this width, where progress is shown. */
    public Shell watching(int cells) {
        this.hasProgress = true;
        this.width = cells;
        return this;
    }

    /** The terminal has this many cells in a line. */
    public Shell width(int cells) {
        this.width = cells;
        return this;
    }

    /** The terminal has colours. */
    public Shell coloured() {
        this.hasColours = true;
        return this;
    }

    /** The terminal has no letters but those of ASCII. */
    public Shell ascii() {
        this.hasUnicode = false;
        return this;
    }

    /** Somebody may press Ctrl-C. */
    public Shell interruptedBy(Interrupts source) {
        this.interrupts = source;
        return this;
    }

    /** What comes of a command. */
    public Ran run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(
                        answers(),
                        out,
                        err,
                        new TerminalTraits(
                                width,
                                hasUnicode,
                                hasColours,
                                isTerminal,
                                hasProgress,
                                isTerminal));
        Surroundings here =
                new Surroundings(
                        "janitor",
                        environment,
                        terminal,
                        clock,
                        pause,
                        new FixedProfiles(),
                        interrupts);
        int exitCode = new Janitor(here).run(words);
        return new Ran(exitCode, out.toString(UTF_8), err.toString(UTF_8));
    }

    private InputStream answers() {
        return new ByteArrayInputStream(typed.getBytes(UTF_8)) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                meanwhile.run();
                return super.read(into, offset, length);
            }
        };
    }

    /** The end of a command. */
    public record Ran(int exitCode, String out, String err) {}

    private final class FixedProfiles implements Profiles {
        @Override
        public AwsCredentialsProvider credentials(@Nullable String profile) {
            return StaticCredentialsProvider.create(AwsBasicCredentials.create(accessKey, "any"));
        }

        @Override
        public Optional<String> region(@Nullable String profile) {
            return Optional.ofNullable(region);
        }
    }
}
