package org.labjanitor.simulator.s3.object;

import java.util.List;
import java.util.stream.Stream;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.service.DirectOperation;
import org.labjanitor.simulator.service.Operation;

/** Every operation of S3 on what is in a bucket. */
public final class ObjectService {
    private final BucketDirectory buckets;

    public ObjectService(BucketDirectory buckets) {
        this.buckets = buckets;
    }

    /** Operations that go the way of the SDK's types. */
    public List<Operation<?, ?>> operations() {
        return Stream.of(new LockOperations(buckets).all(), new TaggingOperations(buckets).all())
                .<Operation<?, ?>>flatMap(List::stream)
                .toList();
    }

    /** The hot ones, and those with big bodies. */
    public List<DirectOperation> directOperations() {
        return Stream.of(
                        new ListOperations(buckets).all(),
                        new DeleteOperations(buckets).all(),
                        new ReadOperations(buckets).all(),
                        new WriteOperations(buckets).all(),
                        new UploadOperations(buckets).all())
                .flatMap(List::stream)
                .toList();
    }
}
