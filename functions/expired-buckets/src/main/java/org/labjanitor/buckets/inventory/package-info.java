/** Which buckets an account has, and their tags. */
package org.labjanitor.buckets.inventory;
