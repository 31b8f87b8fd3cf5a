/** EC2 as far as it matters to who cleans up instances. */
package org.labjanitor.simulator.ec2;
