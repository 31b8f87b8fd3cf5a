package org.labjanitor.simulator.s3;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.labjanitor.simulator.http.HttpCall;
import org.labjanitor.simulator.identity.RegionCatalogue;
import org.labjanitor.simulator.s3.bucket.BucketDirectory;
import org.labjanitor.simulator.s3.bucket.BucketService;
import org.labjanitor.simulator.s3.object.ObjectService;
import org.labjanitor.simulator.service.AwsService;
import org.labjanitor.simulator.service.DirectOperation;
import org.labjanitor.simulator.service.ErrorDialect;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.RestXmlProtocol;
import org.labjanitor.simulator.wire.WireProtocol;

/** S3, as far as it matters to who empties and deletes general purpose buckets. */
public final class S3Service implements AwsService {
    private static final String NAMESPACE = "http://s3.amazonaws.com/doc/2006-03-01/";

    private final List<WireProtocol> protocols =
            List.of(new RestXmlProtocol(NAMESPACE, S3Routes.table()));
    private final ErrorDialect errors = new S3ErrorDialect();
    private final BucketService buckets;
    private final ObjectService objects;

    public S3Service(BucketDirectory directory, RegionCatalogue regions) {
        this.buckets = new BucketService(directory, regions);
        this.objects = new ObjectService(directory);
    }

    @Override
    public String signingName() {
        return "s3";
    }

    @Override
    public List<WireProtocol> protocols() {
        return protocols;
    }

    @Override
    public List<Operation<?, ?>> operations() {
        return Stream.of(buckets.operations(), objects.operations())
                .<Operation<?, ?>>flatMap(List::stream)
                .toList();
    }

    @Override
    public List<DirectOperation> directOperations() {
        return objects.directOperations();
    }

    /**
     * What S3 asks for depends on the bucket, on its policy and on whether a version is named, so
     * {@link BucketDirectory} asks; only these two know no bucket yet.
     */
    @Override
    public Optional<String> iamAction(String operation) {
        return switch (operation) {
            case "ListBuckets" -> Optional.of("s3:ListAllMyBuckets");
            case "CreateBucket" -> Optional.of("s3:CreateBucket");
            default -> Optional.empty();
        };
    }

    @Override
    public HttpCall canonical(HttpCall call) {
        return HostStyle.toPathStyle(call);
    }

    @Override
    public ErrorDialect errors() {
        return errors;
    }
}
