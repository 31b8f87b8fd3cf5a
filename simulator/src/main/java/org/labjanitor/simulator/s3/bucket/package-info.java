/** Buckets: names, owners, Regions and configurations. */
package org.labjanitor.simulator.s3.bucket;
