package org.labjanitor.simulator.ssm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The machines of one account in one Region whose SSM agent reports, and the commands they were
 * sent. Safe for use by many threads.
 */
public final class ManagedNodes {
    private final Map<String, LabScript> scripts = new TreeMap<>();
    private final Map<String, LabAgent> agents = new TreeMap<>();
    private final List<SentCommand> sent = new ArrayList<>();
    private long commands;

    /** Lets the agent of a machine report; a command to it ends well and says nothing. */
    public void online(String instanceId) {
        online(instanceId, LabScript.says(""));
    }

    /** Lets the agent of a machine report, and take every command that way. */
    public synchronized void online(String instanceId, LabScript script) {
        scripts.put(instanceId, script);
        agents.put(instanceId, LabAgent.ONLINE_ON_LINUX);
    }

    /** Lets the agent of a machine report that way. */
    public synchronized void report(String instanceId, LabAgent agent) {
        agents.put(instanceId, agent);
    }

    /** Takes the machine out again, as if its agent had never been there. */
    public synchronized void offline(String instanceId) {
        scripts.remove(instanceId);
        agents.remove(instanceId);
    }

    /** Every command that was sent, once for each machine, in the order of sending. */
    public synchronized List<SentCommand> commands() {
        return List.copyOf(sent);
    }

    synchronized List<String> instanceIds() {
        return List.copyOf(agents.keySet());
    }

    synchronized LabAgent agent(String instanceId) {
        return agents.getOrDefault(instanceId, LabAgent.LOST);
    }

    synchronized LabScript script(String instanceId) {
        return scripts.getOrDefault(instanceId, LabScript.says(""));
    }

    synchronized String newCommandId() {
        return new UUID(0x1AB0_0000_0000_4000L, Long.MIN_VALUE + ++commands).toString();
    }

    synchronized void add(SentCommand command) {
        sent.add(command);
    }
}
