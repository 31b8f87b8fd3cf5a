/** Whom a command talks to: credentials, Region and endpoint from the AWS CLI's usual places. */
package org.labjanitor.cli.aws;
