/** SSM, as far as Session Manager tells who was logged in where. */
package org.labjanitor.simulator.ssm;
