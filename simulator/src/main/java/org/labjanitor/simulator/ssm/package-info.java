/** SSM: who was logged in where, which images are the newest, and shell scripts run on machines. */
package org.labjanitor.simulator.ssm;
