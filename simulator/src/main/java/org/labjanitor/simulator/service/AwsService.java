package org.labjanitor.simulator.service;

import java.util.List;
import java.util.Optional;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.wire.WireProtocol;

/** One AWS service of the lab: what it is called in signatures, how it speaks, what it can do. */
public interface AwsService {
    /**
     * The service's name in a SigV4 credential scope, such as {@code ec2} or {@code monitoring}.
     */
    String signingName();

    /** Protocols in which the service answers; the first one that recognises a call reads it. */
    List<WireProtocol> protocols();

    /** Every operation the service knows; any other fails loudly by name. */
    List<Operation<?, ?>> operations();

    /** Operations that read and write the wire themselves. */
    default List<DirectOperation> directOperations() {
        return List.of();
    }

    /** The service's name in IAM actions, such as {@code ec2} in {@code ec2:DescribeInstances}. */
    default String iamPrefix() {
        return signingName();
    }

    /**
     * The IAM action that an operation needs whatever it is called on; empty where the operation
     * itself finds out what it needs.
     */
    default Optional<String> iamAction(String operation) {
        return Optional.of(iamPrefix() + ":" + operation);
    }

    /** The call as the service's protocols and operations read it, such as without its own host. */
    default HttpCall canonical(HttpCall call) {
        return call;
    }

    /** How the service words the errors that every service has. */
    default ErrorDialect errors() {
        return ErrorDialect.JSON;
    }
}
