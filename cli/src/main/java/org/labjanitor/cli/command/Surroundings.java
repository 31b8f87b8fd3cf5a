package org.labjanitor.cli.command;

import java.time.InstantSource;
import java.util.Map;
import org.labjanitor.cli.aws.Profiles;
import org.labjanitor.cli.terminal.Interrupts;
import org.labjanitor.cli.terminal.Terminal;
import org.labjanitor.runtime.time.Pause;

/**
 * Everything that a command meets outside of itself.
 *
 * @param program the name that this program was called by
 */
public record Surroundings(
        String program,
        Map<String, String> environment,
        Terminal terminal,
        InstantSource clock,
        Pause pause,
        Profiles profiles,
        Interrupts interrupts) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }
}
