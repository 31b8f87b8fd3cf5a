/** A run's result as a document to keep: JSON, and a page for a person; and where they are kept. */
package org.labjanitor.runtime.report;
