/** Regions: which there are, and the clients for each. */
package org.labjanitor.instances.region;
