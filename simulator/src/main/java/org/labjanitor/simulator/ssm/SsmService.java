package org.labjanitor.simulator.ssm;

import java.util.ArrayList;
import java.util.List;
import org.labjanitor.simulator.service.AwsService;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.service.PerPlace;
import org.labjanitor.simulator.service.Place;
import org.labjanitor.simulator.wire.AwsJsonProtocol;
import org.labjanitor.simulator.wire.ErrorNames;
import org.labjanitor.simulator.wire.WireProtocol;
import software.amazon.awssdk.services.ssm.model.DescribeSessionsRequest;
import software.amazon.awssdk.services.ssm.model.GetParameterRequest;
import software.amazon.awssdk.services.ssm.model.GetParametersRequest;

/** SSM as far as it lists sessions, publishes image ids and runs shell scripts. */
public final class SsmService implements AwsService {
    private final PerPlace<SessionHistory> histories =
            new PerPlace<>(place -> new SessionHistory());

    private final PerPlace<ManagedNodes> nodes = new PerPlace<>(place -> new ManagedNodes());

    /** The machines that SSM can send commands to, of an account in a Region. */
    public ManagedNodes nodes(Place place) {
        return nodes.at(place);
    }

    /** The sessions of an account in a Region. */
    public SessionHistory sessions(Place place) {
        return histories.at(place);
    }

    @Override
    public String signingName() {
        return "ssm";
    }

    @Override
    public List<WireProtocol> protocols() {
        return List.of(new AwsJsonProtocol("1.1", "AmazonSSM", ErrorNames.plain()));
    }

    @Override
    public List<Operation<?, ?>> operations() {
        PublicParameters parameters = new PublicParameters();
        List<Operation<?, ?>> operations =
                new ArrayList<>(
                        List.of(
                                new Operation<>(
                                        "DescribeSessions",
                                        DescribeSessionsRequest::builder,
                                        new DescribeSessions(histories)::answer),
                                new Operation<>(
                                        "GetParameter",
                                        GetParameterRequest::builder,
                                        parameters::one),
                                new Operation<>(
                                        "GetParameters",
                                        GetParametersRequest::builder,
                                        parameters::several)));
        operations.addAll(new CommandOperations(nodes).operations());
        return List.copyOf(operations);
    }
}
