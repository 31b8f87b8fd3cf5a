/** The lab's HTTP edge. */
package org.labjanitor.simulator.http;
