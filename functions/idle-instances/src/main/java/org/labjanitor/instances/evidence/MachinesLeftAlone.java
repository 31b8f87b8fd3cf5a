package org.labjanitor.instances.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.login.LoginAnswer;
import org.labjanitor.core.login.LoginSource;

/** Asks nobody: a command acts on the machine, and a report only reads. */
final class MachinesLeftAlone implements MachineReader {
    private static final LoginAnswer ANSWER =
            new LoginAnswer.NotAsked(
                    LoginSource.RUN_COMMAND,
                    "not asked in mode report: by Run Command the machine would be asked for its"
                            + " logins before it is warned of or removed");

    @Override
    public Map<String, LoginAnswer> ask(List<Instance> instances, Instant since, Instant now) {
        return instances.stream().collect(Collectors.toMap(Instance::id, _ -> ANSWER));
    }
}
