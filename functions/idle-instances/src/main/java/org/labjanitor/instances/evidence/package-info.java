/** Answers to the judge's questions, from CloudWatch, Session Manager, CloudTrail and EC2. */
package org.labjanitor.instances.evidence;
