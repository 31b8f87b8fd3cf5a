package org.labjanitor.simulator.ec2;

import java.util.Set;
import java.util.function.Supplier;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.Ec2Request;
import software.amazon.awssdk.services.ec2.model.Ec2Response;

/** Makes operations that share what every EC2 operation does before its own work. */
final class Ec2Operations {
    private final Ec2World world;

    Ec2Operations(Ec2World world) {
        this.world = world;
    }

    /** An operation's own work, done while nobody else touches the Region. */
    interface Body<Q, R> {
        R apply(Call call, Q request);
    }

    /** Where an operation works: who calls, what is there, how it lives. */
    record Call(CallContext context, Ec2Stock stock, Lifecycle lifecycle) {}

    /**
     * An operation.
     *
     * @param members the request members that it honours, besides {@code DryRun}
     */
    <Q extends Ec2Request, R extends Ec2Response> Operation<Q, R> operation(
            String name,
            Supplier<? extends SdkPojo> newRequestBuilder,
            Set<String> members,
            Body<Q, R> body) {
        return new Operation<>(
                name,
                newRequestBuilder,
                (context, request) -> perform(name, members, body, context, request));
    }

    private <Q extends Ec2Request, R extends Ec2Response> R perform(
            String name, Set<String> members, Body<Q, R> body, CallContext context, Q request) {
        Ec2Region region = world.at(context.place());
        region.admit(Costs.of(name, request), context.now());
        refuseDryRun(request);
        Honoured.only(name, request, members);
        return region.act(
                context.now(),
                (stock, lifecycle) -> body.apply(new Call(context, stock, lifecycle), request));
    }

    /**
     * A dry run tests the permission, which is given by now. Whether AWS looks at more, such as
     * termination protection, is not documented.
     */
    private static void refuseDryRun(Ec2Request request) {
        if (request.getValueForField("DryRun", Boolean.class).orElse(false)) {
            throw new AwsError(
                    "DryRunOperation",
                    "Request would have succeeded, but DryRun flag is set.",
                    412);
        }
    }
}
