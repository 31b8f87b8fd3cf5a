/** Buckets of the lab one at a time: making one, and deleting an empty one. */
package org.labjanitor.cli.bucket;
