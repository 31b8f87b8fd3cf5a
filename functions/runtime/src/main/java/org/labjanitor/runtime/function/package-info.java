/** What is the same around every sweep, whatever starts it. */
package org.labjanitor.runtime.function;
