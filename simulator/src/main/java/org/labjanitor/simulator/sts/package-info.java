/** STS: who a caller is. */
package org.labjanitor.simulator.sts;
