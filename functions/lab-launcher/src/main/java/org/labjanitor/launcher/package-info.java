/** The function that starts labs with their end written on them. */
package org.labjanitor.launcher;
