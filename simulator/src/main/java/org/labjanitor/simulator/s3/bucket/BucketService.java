package org.labjanitor.simulator.s3.bucket;

import java.util.List;
import java.util.stream.Stream;
import org.labjanitor.simulator.identity.RegionCatalogue;
import org.labjanitor.simulator.service.Operation;

/** Every operation of S3 on buckets themselves. */
public final class BucketService {
    private final List<Operation<?, ?>> operations;

    public BucketService(BucketDirectory directory, RegionCatalogue regions) {
        this.operations =
                Stream.of(
                                new BucketOperations(directory, regions).operations(),
                                new BucketListing(directory).operations(),
                                new TagOperations(directory).operations(),
                                new VersioningOperations(directory).operations(),
                                new PolicyOperations(directory).operations(),
                                new AclOperations(directory).operations(),
                                new SettingOperations(directory).operations())
                        .<Operation<?, ?>>flatMap(List::stream)
                        .toList();
    }

    public List<Operation<?, ?>> operations() {
        return operations;
    }
}
