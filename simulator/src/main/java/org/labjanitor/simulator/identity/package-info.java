/** Accounts, access keys and Regions: who may call, and where. */
package org.labjanitor.simulator.identity;
