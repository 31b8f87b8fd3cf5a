/** What a run is asked to do. */
package org.labjanitor.buckets.request;
