/** Which account the credentials belong to, and whether it is the right one. */
package org.labjanitor.runtime.account;
