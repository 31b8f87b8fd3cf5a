package org.labjanitor.simulator.s3;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.labjanitor.simulator.wire.RestRoute;
import org.labjanitor.simulator.wire.RestRoutes;

/** How S3's operations are called (API reference, "Actions": request and response syntax). */
final class S3Routes {
    private static final String COPY_SOURCE = "x-amz-copy-source";

    /**
     * Query parameters that turn a call into another operation: every one that S3 has, known to the
     * lab or not.
     */
    private static final Set<String> SUBRESOURCES =
            Set.of(
                    "abac",
                    "accelerate",
                    "acl",
                    "analytics",
                    "attributes",
                    "cors",
                    "delete",
                    "encryption",
                    "intelligent-tiering",
                    "inventory",
                    "id",
                    "legal-hold",
                    "lifecycle",
                    "list-type",
                    "location",
                    "logging",
                    "metadataConfiguration",
                    "metadataInventoryTable",
                    "metadataJournalTable",
                    "metadataTable",
                    "metrics",
                    "notification",
                    "object-lock",
                    "ownershipControls",
                    "policy",
                    "policyStatus",
                    "publicAccessBlock",
                    "renameObject",
                    "replication",
                    "requestPayment",
                    "restore",
                    "retention",
                    "select",
                    "session",
                    "tagging",
                    "torrent",
                    "uploadId",
                    "uploads",
                    "versioning",
                    "versions",
                    "website");

    private S3Routes() {}

    static RestRoutes table() {
        return new RestRoutes(
                Stream.of(BUCKETS, SETTINGS, OBJECTS).flatMap(List::stream).toList(), SUBRESOURCES);
    }

    private static final List<RestRoute> BUCKETS =
            List.of(
                    route("ListBuckets", "GET /").root("ListAllMyBucketsResult"),
                    route("CreateBucket", "PUT /{Bucket}"),
                    route("DeleteBucket", "DELETE /{Bucket}"),
                    route("HeadBucket", "HEAD /{Bucket}"),
                    route("GetBucketLocation", "GET /{Bucket}?location")
                            .root("LocationConstraint"));

    private static final List<RestRoute> SETTINGS =
            List.of(
                    route("GetBucketTagging", "GET /{Bucket}?tagging").root("Tagging"),
                    route("PutBucketTagging", "PUT /{Bucket}?tagging").status(204),
                    route("DeleteBucketTagging", "DELETE /{Bucket}?tagging"),
                    route("GetBucketVersioning", "GET /{Bucket}?versioning")
                            .root("VersioningConfiguration"),
                    route("PutBucketVersioning", "PUT /{Bucket}?versioning"),
                    route("GetBucketPolicy", "GET /{Bucket}?policy"),
                    route("PutBucketPolicy", "PUT /{Bucket}?policy").status(204),
                    route("DeleteBucketPolicy", "DELETE /{Bucket}?policy"),
                    route("GetBucketPolicyStatus", "GET /{Bucket}?policyStatus"),
                    route("GetBucketAcl", "GET /{Bucket}?acl").root("AccessControlPolicy"),
                    route("PutBucketAcl", "PUT /{Bucket}?acl"),
                    route("GetBucketLifecycleConfiguration", "GET /{Bucket}?lifecycle")
                            .root("LifecycleConfiguration"),
                    route("PutBucketLifecycleConfiguration", "PUT /{Bucket}?lifecycle"),
                    route("DeleteBucketLifecycle", "DELETE /{Bucket}?lifecycle"),
                    route("GetBucketReplication", "GET /{Bucket}?replication"),
                    route("PutBucketReplication", "PUT /{Bucket}?replication"),
                    route("DeleteBucketReplication", "DELETE /{Bucket}?replication"),
                    route("GetBucketWebsite", "GET /{Bucket}?website").root("WebsiteConfiguration"),
                    route("PutBucketWebsite", "PUT /{Bucket}?website"),
                    route("DeleteBucketWebsite", "DELETE /{Bucket}?website"),
                    route("GetBucketCors", "GET /{Bucket}?cors").root("CORSConfiguration"),
                    route("PutBucketCors", "PUT /{Bucket}?cors"),
                    route("DeleteBucketCors", "DELETE /{Bucket}?cors"),
                    route("GetBucketLogging", "GET /{Bucket}?logging").root("BucketLoggingStatus"),
                    route("PutBucketLogging", "PUT /{Bucket}?logging"),
                    route("GetBucketNotificationConfiguration", "GET /{Bucket}?notification")
                            .root("NotificationConfiguration"),
                    route("PutBucketNotificationConfiguration", "PUT /{Bucket}?notification"),
                    route("GetObjectLockConfiguration", "GET /{Bucket}?object-lock"),
                    route("PutObjectLockConfiguration", "PUT /{Bucket}?object-lock"),
                    route("GetBucketEncryption", "GET /{Bucket}?encryption"),
                    route("PutBucketEncryption", "PUT /{Bucket}?encryption"),
                    route("DeleteBucketEncryption", "DELETE /{Bucket}?encryption"),
                    route("GetPublicAccessBlock", "GET /{Bucket}?publicAccessBlock"),
                    route("PutPublicAccessBlock", "PUT /{Bucket}?publicAccessBlock"),
                    route("DeletePublicAccessBlock", "DELETE /{Bucket}?publicAccessBlock"),
                    route("GetBucketOwnershipControls", "GET /{Bucket}?ownershipControls"),
                    route("PutBucketOwnershipControls", "PUT /{Bucket}?ownershipControls"),
                    route("DeleteBucketOwnershipControls", "DELETE /{Bucket}?ownershipControls"),
                    route("ListBucketInventoryConfigurations", "GET /{Bucket}?inventory")
                            .root("ListInventoryConfigurationsResult"));

    private static final List<RestRoute> OBJECTS =
            List.of(
                    route("ListObjects", "GET /{Bucket}").root("ListBucketResult"),
                    route("ListObjectsV2", "GET /{Bucket}?list-type=2").root("ListBucketResult"),
                    route("ListObjectVersions", "GET /{Bucket}?versions")
                            .root("ListVersionsResult"),
                    route("DeleteObjects", "POST /{Bucket}?delete").root("DeleteResult"),
                    route("ListMultipartUploads", "GET /{Bucket}?uploads"),
                    route("PutObject", "PUT /{Bucket}/{Key+}"),
                    route("CopyObject", "PUT /{Bucket}/{Key+}").with(COPY_SOURCE),
                    route("GetObject", "GET /{Bucket}/{Key+}"),
                    route("HeadObject", "HEAD /{Bucket}/{Key+}"),
                    route("DeleteObject", "DELETE /{Bucket}/{Key+}"),
                    route("GetObjectAttributes", "GET /{Bucket}/{Key+}?attributes")
                            .root("GetObjectAttributesResponse"),
                    route("GetObjectAcl", "GET /{Bucket}/{Key+}?acl").root("AccessControlPolicy"),
                    route("GetObjectTagging", "GET /{Bucket}/{Key+}?tagging").root("Tagging"),
                    route("PutObjectTagging", "PUT /{Bucket}/{Key+}?tagging"),
                    route("DeleteObjectTagging", "DELETE /{Bucket}/{Key+}?tagging"),
                    route("GetObjectRetention", "GET /{Bucket}/{Key+}?retention"),
                    route("PutObjectRetention", "PUT /{Bucket}/{Key+}?retention"),
                    route("GetObjectLegalHold", "GET /{Bucket}/{Key+}?legal-hold"),
                    route("PutObjectLegalHold", "PUT /{Bucket}/{Key+}?legal-hold"),
                    route("RestoreObject", "POST /{Bucket}/{Key+}?restore").status(202),
                    route("CreateMultipartUpload", "POST /{Bucket}/{Key+}?uploads")
                            .root("InitiateMultipartUploadResult"),
                    route("UploadPart", "PUT /{Bucket}/{Key+}?partNumber&uploadId"),
                    route("UploadPartCopy", "PUT /{Bucket}/{Key+}?partNumber&uploadId")
                            .with(COPY_SOURCE),
                    route("ListParts", "GET /{Bucket}/{Key+}?uploadId"),
                    route("CompleteMultipartUpload", "POST /{Bucket}/{Key+}?uploadId"),
                    route("AbortMultipartUpload", "DELETE /{Bucket}/{Key+}?uploadId"));

    private static RestRoute route(String operation, String uri) {
        return RestRoute.of(operation, uri);
    }
}
