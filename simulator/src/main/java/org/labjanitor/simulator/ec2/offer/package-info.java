/** What EC2 offers in a Region before anything is launched: zones, instance types, images. */
package org.labjanitor.simulator.ec2.offer;
