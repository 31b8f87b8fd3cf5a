/** Text from outside: tags, names, answers of AWS. */
package org.labjanitor.runtime.text;
