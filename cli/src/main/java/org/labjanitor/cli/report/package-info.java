/** A run's result as a page for a person. */
package org.labjanitor.cli.report;
