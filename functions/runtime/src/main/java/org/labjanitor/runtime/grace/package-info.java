/** The way from a verdict to a removal: notice, grace, claim, outcome. */
package org.labjanitor.runtime.grace;
