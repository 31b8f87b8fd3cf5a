/** What a launch came to. */
package org.labjanitor.launcher.result;
