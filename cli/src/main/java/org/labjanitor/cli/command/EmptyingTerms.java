package org.labjanitor.cli.command;

import org.jspecify.annotations.Nullable;
import org.labjanitor.buckets.removal.AfterEmptying;
import org.labjanitor.cli.emptying.Consent;

/**
 * What a person has asked for with the words of an emptying.
 *
 * @param consent what need not be asked any more
 * @param after what becomes of the empty bucket
 * @param labTag the tag that makes it a bucket of the lab; null leaves it to the settings
 * @param yes whether nothing is asked
 */
record EmptyingTerms(Consent consent, AfterEmptying after, @Nullable String labTag, boolean yes) {}
