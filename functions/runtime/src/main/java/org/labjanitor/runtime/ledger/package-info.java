/** What was noticed when, and may go when: S3 objects that are written by compare-and-swap. */
package org.labjanitor.runtime.ledger;
