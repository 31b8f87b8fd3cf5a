/** How a sweep gets on, for a person who waits. */
package org.labjanitor.buckets.progress;
