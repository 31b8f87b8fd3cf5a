/** How a launch gets on, for somebody who watches. */
package org.labjanitor.launcher.progress;
