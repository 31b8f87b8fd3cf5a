/** The function that empties and deletes expired buckets. */
package org.labjanitor.buckets;
