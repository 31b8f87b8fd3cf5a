package org.labjanitor.instances.evidence;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.login.LoginAnswer;
import org.labjanitor.core.login.LoginSource;

/**
 * Asks machines by a script that their SSM agent runs. Whoever cannot be asked, or does not answer
 * in full, is unknown.
 */
final class MachinesByCommand implements MachineReader {
    private static final LoginSource SOURCE = LoginSource.RUN_COMMAND;

    private final RunCommand command;
    private final AgentStates agents;

    MachinesByCommand(RunCommand command, AgentStates agents) {
        this.command = command;
        this.agents = agents;
    }

    @Override
    public Map<String, LoginAnswer> ask(List<Instance> instances, Instant since, Instant now) {
        Map<String, String> refusals =
                agents.refusals(instances.stream().map(Instance::id).toList());
        Map<String, LoginAnswer> answers = new HashMap<>();
        refusals.forEach((id, why) -> answers.put(id, new LoginAnswer.Unavailable(SOURCE, why)));
        List<Instance> reachable =
                instances.stream().filter(one -> !refusals.containsKey(one.id())).toList();
        Map<String, CommandEnd> ends =
                command.run(
                        reachable.stream().map(Instance::id).toList(), LoginScript.since(since));
        for (Instance instance : reachable) {
            LoginRecord record =
                    new LoginRecord(since, instance.firstLaunch().orElse(Instant.MIN), now);
            answers.put(instance.id(), answer(ends.get(instance.id()), record));
        }
        return answers;
    }

    private static LoginAnswer answer(@Nullable CommandEnd end, LoginRecord record) {
        return switch (end) {
            case CommandEnd.Printed(String text) -> read(text, record);
            case CommandEnd.Failed(String why) -> new LoginAnswer.Unavailable(SOURCE, why);
            case null -> throw new IllegalStateException("a machine without an answer");
        };
    }

    private static LoginAnswer read(String text, LoginRecord record) {
        try {
            return new LoginAnswer.Complete(SOURCE, record.read(text));
        } catch (UnreadableLoginException e) {
            return new LoginAnswer.Unavailable(SOURCE, "the machine's " + e.getMessage());
        }
    }
}
