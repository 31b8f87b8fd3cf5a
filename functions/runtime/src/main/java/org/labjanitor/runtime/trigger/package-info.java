/** The ways in: what woke a function up, told by the shape of the event. */
package org.labjanitor.runtime.trigger;
