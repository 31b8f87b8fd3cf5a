/** A run in numbers, for graphs and alarms. */
package org.labjanitor.runtime.metrics;
