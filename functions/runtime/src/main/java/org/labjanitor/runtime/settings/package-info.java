/** A function's settings, read once from its environment. */
package org.labjanitor.runtime.settings;
