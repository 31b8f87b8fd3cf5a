/** What every simulated service is made of. */
package org.labjanitor.simulator.service;
