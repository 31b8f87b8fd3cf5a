/** CloudWatch series as the verdicts need them. */
package org.labjanitor.core.metric;
