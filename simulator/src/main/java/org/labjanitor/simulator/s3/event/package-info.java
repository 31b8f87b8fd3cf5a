/** Notifications about what happens to objects. */
package org.labjanitor.simulator.s3.event;
