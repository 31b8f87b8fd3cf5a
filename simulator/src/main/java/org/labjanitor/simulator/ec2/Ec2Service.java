package org.labjanitor.simulator.ec2;

import java.util.List;
import java.util.stream.Stream;
import org.labjanitor.simulator.identity.Accounts;
import org.labjanitor.simulator.identity.RegionCatalogue;
import org.labjanitor.simulator.service.AwsService;
import org.labjanitor.simulator.service.ErrorDialect;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.Ec2QueryProtocol;
import org.labjanitor.simulator.wire.WireProtocol;

/** EC2, as far as it matters to who starts a lab and who cleans up after it. */
public final class Ec2Service implements AwsService {
    private final List<Operation<?, ?>> operations;

    public Ec2Service(Ec2World world, Accounts accounts, RegionCatalogue regions) {
        Ec2Operations maker = new Ec2Operations(world);
        this.operations =
                Stream.of(
                                new RegionOperations(maker, accounts, regions).operations(),
                                new OfferOperations(maker).operations(),
                                new ImageOperations(maker).operations(),
                                new KeyPairOperations(maker).operations(),
                                new NetworkOperations(maker).operations(),
                                new LaunchOperations(maker).operations(),
                                new InstanceListing(maker).operations(),
                                new StateOperations(maker).operations(),
                                new AttributeOperations(maker).operations(),
                                new TagOperations(maker).operations(),
                                new VolumeOperations(maker).operations(),
                                new AddressOperations(maker).operations(),
                                new SpotOperations(maker).operations())
                        .<Operation<?, ?>>flatMap(List::stream)
                        .toList();
    }

    @Override
    public String signingName() {
        return "ec2";
    }

    @Override
    public List<WireProtocol> protocols() {
        return List.of(new Ec2QueryProtocol());
    }

    @Override
    public ErrorDialect errors() {
        return ErrorDialect.EC2;
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return operations;
    }
}
