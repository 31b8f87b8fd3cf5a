/** Buckets as the judge sees them. */
package org.labjanitor.core.bucket;
