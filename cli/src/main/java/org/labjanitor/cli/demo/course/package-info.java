/** Two weeks of a class, played on the simulator's clock. */
package org.labjanitor.cli.demo.course;
