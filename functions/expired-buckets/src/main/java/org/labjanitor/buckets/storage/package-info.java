/** What buckets hold, and what that costs. */
package org.labjanitor.buckets.storage;
