/** Listing an unknown space of keys from several places at once, each key once. */
package org.labjanitor.buckets.emptying.listing;
