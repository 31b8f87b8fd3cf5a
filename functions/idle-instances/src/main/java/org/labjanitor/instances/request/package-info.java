/** What a run is asked to do. */
package org.labjanitor.instances.request;
