package org.labjanitor.instances.removal;

import java.util.List;
import org.labjanitor.core.instance.InstanceState;
import org.labjanitor.runtime.result.Action;
import software.amazon.awssdk.services.ec2.Ec2Client;

/** What is done to an instance that may go. */
public enum RemovalAction {
    TERMINATE("ec2:TerminateInstances", Action.WOULD_TERMINATE, Action.TERMINATE) {
        @Override
        void request(Ec2Client ec2, List<String> ids) {
            ec2.terminateInstances(request -> request.instanceIds(ids));
        }

        @Override
        boolean hasSettled(InstanceState state) {
            return state.isGone();
        }
    },
    STOP("ec2:StopInstances", Action.WOULD_STOP, Action.STOP) {
        @Override
        void request(Ec2Client ec2, List<String> ids) {
            ec2.stopInstances(request -> request.instanceIds(ids));
        }

        @Override
        boolean hasSettled(InstanceState state) {
            return state == InstanceState.STOPPING
                    || state == InstanceState.STOPPED
                    || state.isGone();
        }
    };

    private final String call;
    private final Action planned;
    private final Action taken;

    RemovalAction(String call, Action planned, Action taken) {
        this.call = call;
        this.planned = planned;
        this.taken = taken;
    }

    /** The call it makes, for messages about its failure. */
    String call() {
        return call;
    }

    /** The action in the result of a run that only reports. */
    public Action planned() {
        return planned;
    }

    /** The action in the result of a run that removes. */
    public Action taken() {
        return taken;
    }

    /** Asks EC2; a success is a promise and not yet an outcome. */
    abstract void request(Ec2Client ec2, List<String> ids);

    /** Whether the state shows that the action has taken hold and the billing has ended. */
    abstract boolean hasSettled(InstanceState state);
}
