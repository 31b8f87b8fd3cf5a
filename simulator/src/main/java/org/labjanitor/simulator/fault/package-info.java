/** Faults that can be placed on calls. */
package org.labjanitor.simulator.fault;
