/** What was removed over time, read back from the reports that runs have left. */
package org.labjanitor.cli.history;
