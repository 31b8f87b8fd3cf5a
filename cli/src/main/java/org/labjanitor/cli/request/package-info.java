/** Request documents, as the functions take them from every trigger. */
package org.labjanitor.cli.request;
