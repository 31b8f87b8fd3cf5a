/** What can be known to go wrong before anything is created. */
package org.labjanitor.launcher.preflight;
