/** From an instance and its evidence to a verdict. */
package org.labjanitor.core.judge;
