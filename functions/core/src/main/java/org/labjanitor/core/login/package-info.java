/** Who was on an instance, and where that is recorded. */
package org.labjanitor.core.login;
