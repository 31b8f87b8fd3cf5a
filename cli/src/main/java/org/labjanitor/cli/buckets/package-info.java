/** Sweeps over buckets from a terminal. */
package org.labjanitor.cli.buckets;
