package org.labjanitor.runtime.ledger;

/**
 * Of what a ledger tells. There is one for each sweep, account and Region, so that a fault in one
 * stops no other.
 *
 * @param sweep {@code instances} or {@code buckets}
 */
public record LedgerPlace(String sweep, String account, String region) {
    /** The key of its object, such as {@code ledger/instances/111122223333/eu-west-1.json}. */
    public String key() {
        return "ledger/%s/%s/%s.json".formatted(sweep, account, region);
    }
}
