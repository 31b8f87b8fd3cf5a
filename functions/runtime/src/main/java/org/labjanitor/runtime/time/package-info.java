/** How long a run may go on, and how it waits. */
package org.labjanitor.runtime.time;
