/** Where buckets are, and the clients that reach them there. */
package org.labjanitor.buckets.region;
