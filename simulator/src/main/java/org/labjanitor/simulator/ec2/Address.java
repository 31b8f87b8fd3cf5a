package org.labjanitor.simulator.ec2;

import org.jspecify.annotations.Nullable;

/** An Elastic IP address. Nobody but its owner ever releases it. */
final class Address {
    private final String allocationId;
    private final String publicIp;
    private @Nullable String associationId;
    private @Nullable String instanceId;

    Address(String allocationId, String publicIp) {
        this.allocationId = allocationId;
        this.publicIp = publicIp;
    }

    String allocationId() {
        return allocationId;
    }

    String publicIp() {
        return publicIp;
    }

    @Nullable String associationId() {
        return associationId;
    }

    @Nullable String instanceId() {
        return instanceId;
    }

    void associate(String newAssociationId, String withInstanceId) {
        associationId = newAssociationId;
        instanceId = withInstanceId;
    }

    void disassociate() {
        associationId = null;
        instanceId = null;
    }
}
