/** Starter files: where they come from. */
package org.labjanitor.launcher.files;
