/** Deleting everything in a bucket, fast and politely. */
package org.labjanitor.buckets.emptying;
