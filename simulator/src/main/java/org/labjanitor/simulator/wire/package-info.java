/** AWS's wire protocols, each one generic over the SDK's own model. */
package org.labjanitor.simulator.wire;
