/** CloudWatch metrics: what machines report about themselves, kept and aged as AWS does. */
package org.labjanitor.simulator.cloudwatch;
