/** A lab before it is launched: its pieces, their names and tags, and what it may be at most. */
package org.labjanitor.core.launch;
