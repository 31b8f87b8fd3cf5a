/** How much may be under way at once, and how fast it may follow on each other. */
package org.labjanitor.buckets.emptying.pace;
