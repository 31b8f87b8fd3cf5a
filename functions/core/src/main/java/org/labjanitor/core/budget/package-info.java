/** How much one run may remove, and when the picture is too strange to act on. */
package org.labjanitor.core.budget;
