/**
 * The control plane under {@code /_lab/}: the clock, the call log and the faults, without signing.
 */
package org.labjanitor.simulator.control;
