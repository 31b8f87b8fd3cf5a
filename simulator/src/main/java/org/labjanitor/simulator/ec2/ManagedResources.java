package org.labjanitor.simulator.ec2;

import org.labjanitor.simulator.ec2.Ec2Operations.Call;
import org.labjanitor.simulator.wire.AwsError;

/**
 * Instances that a service manages: "you can't modify or terminate" them, tags apart [UG
 * amazon-ec2-managed-instances]. Seen with EKS Auto Mode: a resource policy denies it.
 */
final class ManagedResources {
    private ManagedResources() {}

    static void refuse(Call call, String operation, Machine machine) {
        if (machine.isManaged()) {
            String accountId = call.context().accountId();
            throw new AwsError(
                    "UnauthorizedOperation",
                    "You are not authorized to perform this operation. User: arn:aws:iam::%s:user/lab is not authorized to perform: ec2:%s on resource: arn:aws:ec2:%s:%s:instance/%s with an explicit deny in a resource-based policy"
                            .formatted(
                                    accountId,
                                    operation,
                                    call.context().region(),
                                    accountId,
                                    machine.id()),
                    403);
        }
    }
}
