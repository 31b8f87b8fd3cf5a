/** SNS: topics, subscriptions with their filter policies, and what is published. */
package org.labjanitor.simulator.sns;
