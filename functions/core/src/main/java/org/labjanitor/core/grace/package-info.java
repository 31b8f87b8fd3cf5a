/** The way of one resource from a verdict to a removal: pure decisions, without a ledger's I/O. */
package org.labjanitor.core.grace;
