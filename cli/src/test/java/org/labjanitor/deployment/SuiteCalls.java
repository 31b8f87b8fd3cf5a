package org.labjanitor.deployment;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.labjanitor.runtime.aws.AwsClients;

/** The calls that a function made while its whole suite ran, as the labs noted them. */
final class SuiteCalls {
    private SuiteCalls() {}

    /**
     * The actions that those calls needed.
     *
     * @param room the function's folder; its suite has to have run
     */
    static Set<String> actions(String room) {
        Path journal = Path.of("../functions", room, "target/calls.tsv");
        assumeTrue(Files.exists(journal), "the suite of " + room + " was not run");
        Set<String> actions = new TreeSet<>();
        try {
            for (String line : Files.readAllLines(journal)) {
                String[] call = line.split("\t", -1);
                if (call[0].equals(AwsClients.USER_AGENT)) {
                    actions.addAll(IamActions.of(call[1], call[2], call[3].equals("version")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + journal, e);
        }
        return actions;
    }
}
