/** What every handler needs at its edge. */
package org.labjanitor.runtime;
