/** Removing instances, and observing what became of them. */
package org.labjanitor.instances.removal;
