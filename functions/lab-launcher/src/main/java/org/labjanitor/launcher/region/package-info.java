/** Regions, and the clients for them. */
package org.labjanitor.launcher.region;
