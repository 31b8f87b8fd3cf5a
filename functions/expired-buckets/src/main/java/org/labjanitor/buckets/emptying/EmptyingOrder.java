package org.labjanitor.buckets.emptying;

/**
 * A bucket that is to be emptied of every version, delete marker and open upload.
 *
 * @param region where the bucket is
 * @param owner account id that every call names as the bucket's expected owner
 * @param versioned whether versioning is or was on; one that never was holds no other versions than
 *     {@code null}
 */
public record EmptyingOrder(String bucket, String region, String owner, boolean versioned) {}
