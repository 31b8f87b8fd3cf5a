/** Verdicts, their reasons and their evidence. */
package org.labjanitor.core.verdict;
