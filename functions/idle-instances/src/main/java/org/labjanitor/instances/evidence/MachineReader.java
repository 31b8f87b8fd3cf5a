package org.labjanitor.instances.evidence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.labjanitor.core.instance.Instance;
import org.labjanitor.core.login.LoginAnswer;
import org.labjanitor.instances.region.RegionClients;
import org.labjanitor.runtime.time.Pause;
import org.labjanitor.runtime.time.TimeBudget;

/** Asks machines themselves who was on them: the boundary to what runs inside an instance. */
public interface MachineReader {
    /**
     * The answer of each instance, by id.
     *
     * @param since logins that ended before are of no interest
     * @param now when a session that is still open is known to be
     */
    Map<String, LoginAnswer> ask(List<Instance> instances, Instant since, Instant now);

    /** For a mode in which nothing may happen on a machine: all are left alone. */
    static MachineReader leavingAlone() {
        return new MachinesLeftAlone();
    }

    /**
     * By SSM Run Command, within the run's time.
     *
     * @param outOfTime told where that is up before a machine has answered
     */
    static MachineReader byCommand(
            RegionClients clients, Pause pause, TimeBudget time, Runnable outOfTime) {
        return new MachinesByCommand(
                new RunCommand(clients::ssm, clients.region(), pause, time, outOfTime),
                new AgentStates(clients::ssm, clients.region()));
    }
}
