/** Removing a bucket: checks before the first change, emptying, deleting, looking again. */
package org.labjanitor.buckets.removal;
