package org.labjanitor.simulator.ssm;

import java.util.List;
import org.labjanitor.simulator.service.AwsService;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.service.PerPlace;
import org.labjanitor.simulator.service.Place;
import org.labjanitor.simulator.wire.AwsJsonProtocol;
import org.labjanitor.simulator.wire.ErrorNames;
import org.labjanitor.simulator.wire.WireProtocol;
import software.amazon.awssdk.services.ssm.model.DescribeSessionsRequest;

/** SSM as far as it lists sessions. */
public final class SsmService implements AwsService {
    private final PerPlace<SessionHistory> histories =
            new PerPlace<>(place -> new SessionHistory());

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
        return List.of(
                new Operation<>(
                        "DescribeSessions",
                        DescribeSessionsRequest::builder,
                        new DescribeSessions(histories)::answer));
    }
}
