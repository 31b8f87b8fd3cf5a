/** EC2 as far as it matters to who starts a lab and who cleans up after it. */
package org.labjanitor.simulator.ec2;
