/** Tags that a person puts on pieces of a lab: keeping them, and moving their end. */
package org.labjanitor.cli.tagging;
