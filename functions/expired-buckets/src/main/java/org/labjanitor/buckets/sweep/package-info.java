/** One run over an account's buckets. */
package org.labjanitor.buckets.sweep;
