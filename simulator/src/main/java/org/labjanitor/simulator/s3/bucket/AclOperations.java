package org.labjanitor.simulator.s3.bucket;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.labjanitor.simulator.s3.object.CanonicalId;
import org.labjanitor.simulator.service.CallContext;
import org.labjanitor.simulator.service.Operation;
import org.labjanitor.simulator.wire.AwsError;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.AccessControlPolicy;
import software.amazon.awssdk.services.s3.model.BucketCannedACL;
import software.amazon.awssdk.services.s3.model.GetBucketAclRequest;
import software.amazon.awssdk.services.s3.model.GetBucketAclResponse;
import software.amazon.awssdk.services.s3.model.Grant;
import software.amazon.awssdk.services.s3.model.Grantee;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.Owner;
import software.amazon.awssdk.services.s3.model.OwnershipControls;
import software.amazon.awssdk.services.s3.model.Permission;
import software.amazon.awssdk.services.s3.model.PutBucketAclRequest;
import software.amazon.awssdk.services.s3.model.PutBucketAclResponse;
import software.amazon.awssdk.services.s3.model.Type;

/**
 * GetBucketAcl and PutBucketAcl. A bucket that enforces its owner, as new ones do, takes no other
 * ACL than the owner's own (S3 User Guide, "Controlling ownership of objects").
 */
final class AclOperations {
    /** Who delivers server access logs the old way. */
    private static final String LOG_DELIVERY = "http://acs.amazonaws.com/groups/s3/LogDelivery";

    private final BucketDirectory directory;

    AclOperations(BucketDirectory directory) {
        this.directory = directory;
    }

    List<Operation<?, ?>> operations() {
        return List.of(
                new Operation<>("GetBucketAcl", GetBucketAclRequest::builder, this::get),
                new Operation<>("PutBucketAcl", PutBucketAclRequest::builder, this::put));
    }

    private GetBucketAclResponse get(CallContext context, GetBucketAclRequest request) {
        Bucket bucket =
                directory.require(
                        context,
                        request.bucket(),
                        request.expectedBucketOwner(),
                        "s3:GetBucketAcl",
                        null);
        return GetBucketAclResponse.builder()
                .owner(owner(bucket))
                .grants(grants(bucket.setting(Setting.ACL), bucket))
                .build();
    }

    private PutBucketAclResponse put(CallContext context, PutBucketAclRequest request) {
        Bucket bucket =
                directory.require(
                        context,
                        request.bucket(),
                        request.expectedBucketOwner(),
                        "s3:PutBucketAcl",
                        null);
        List<Grant> grants = wanted(request, bucket);
        if (isOwnerEnforced(bucket) && !grants.equals(List.of(ownersOwn(bucket)))) {
            throw AwsError.badRequest(
                    "AccessControlListNotSupported", "The bucket does not allow ACLs");
        }
        bucket.setting(Setting.ACL, AccessControlPolicy.builder().grants(grants).build());
        return PutBucketAclResponse.builder().build();
    }

    private static List<Grant> wanted(PutBucketAclRequest request, Bucket bucket) {
        if (request.accessControlPolicy() != null) {
            return request.accessControlPolicy().grants();
        }
        List<Grant> grants = new ArrayList<>(List.of(ownersOwn(bucket)));
        if (request.acl() == BucketCannedACL.PRIVATE) {
            return grants;
        }
        if ("log-delivery-write".equals(request.aclAsString())) {
            grants.add(logDelivery(Permission.WRITE));
            grants.add(logDelivery(Permission.READ_ACP));
            return grants;
        }
        throw new AwsError(
                "NotImplemented", "The lab does not know the ACL " + request.aclAsString(), 501);
    }

    private static boolean isOwnerEnforced(Bucket bucket) {
        return bucket.setting(Setting.OWNERSHIP)
                .filter(setting ->
                        setting instanceof OwnershipControls controls
                                && controls.rules().getFirst().objectOwnership()
                                        == ObjectOwnership.BUCKET_OWNER_ENFORCED)
                .isPresent();
    }

    private static List<Grant> grants(Optional<SdkPojo> acl, Bucket bucket) {
        return acl.map(setting -> ((AccessControlPolicy) setting).grants())
                .orElseGet(() -> List.of(ownersOwn(bucket)));
    }

    private static Owner owner(Bucket bucket) {
        return Owner.builder().id(CanonicalId.of(bucket.ownerAccount())).build();
    }

    private static Grant ownersOwn(Bucket bucket) {
        return Grant.builder()
                .grantee(
                        Grantee.builder()
                                .type(Type.CANONICAL_USER)
                                .id(CanonicalId.of(bucket.ownerAccount()))
                                .build())
                .permission(Permission.FULL_CONTROL)
                .build();
    }

    private static Grant logDelivery(Permission permission) {
        return Grant.builder()
                .grantee(Grantee.builder().type(Type.GROUP).uri(LOG_DELIVERY).build())
                .permission(permission)
                .build();
    }
}
