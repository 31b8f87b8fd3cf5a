/** What owners and the admin are told, and how. */
package org.labjanitor.runtime.notice;
