/** Settings of a verdict: the presets and their numbers. */
package org.labjanitor.core.policy;
