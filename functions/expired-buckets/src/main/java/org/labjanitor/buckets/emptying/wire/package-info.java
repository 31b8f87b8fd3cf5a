/** What the emptier says to S3 and hears from it: requests, and bodies as bytes. */
package org.labjanitor.buckets.emptying.wire;
