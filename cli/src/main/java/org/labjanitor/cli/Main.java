package org.labjanitor.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.time.InstantSource;
import org.labjanitor.cli.aws.SdkProfiles;
import org.labjanitor.cli.command.Janitor;
import org.labjanitor.cli.command.Surroundings;
import org.labjanitor.cli.terminal.SignalInterrupts;
import org.labjanitor.cli.terminal.Terminal;
import org.labjanitor.cli.terminal.TerminalProbe;
import org.labjanitor.runtime.time.Pause;

/** The {@code janitor} program. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Surroundings here = thisProcess();
        int status = new Janitor(here).run(arguments);
        // Exiting waits a third of a second for threads that wait for the network; ending does not.
        if (status != 0) {
            System.exit(status);
        }
    }

    static Surroundings thisProcess() {
        Terminal terminal =
                new Terminal(
                        new FileInputStream(FileDescriptor.in),
                        new FileOutputStream(FileDescriptor.out),
                        new FileOutputStream(FileDescriptor.err),
                        new TerminalProbe(System.getenv(), System.getProperties()).traits());
        return new Surroundings(
                System.getProperty("janitor.command", "janitor"),
                System.getenv(),
                terminal,
                InstantSource.system(),
                Pause.real(),
                new SdkProfiles(System.getenv()),
                new SignalInterrupts());
    }
}
