/** How long a function takes from nothing to its first answer, behind Lambda's runtime client. */
package org.labjanitor.bench.coldstart;
