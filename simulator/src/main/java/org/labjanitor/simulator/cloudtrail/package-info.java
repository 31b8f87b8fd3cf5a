/** CloudTrail's event history: who did what to which resource. */
package org.labjanitor.simulator.cloudtrail;
