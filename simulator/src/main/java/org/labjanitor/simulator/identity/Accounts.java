package org.labjanitor.simulator.identity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every account of the lab, found by id or by access key. */
public final class Accounts {
    private final Map<String, Account> byId;

    public Accounts(List<String> ids, RegionCatalogue regions) {
        ids.forEach(Accounts::requireAccountId);
        this.byId =
                ids.stream()
                        .map(id -> new Account(id, regions))
                        .collect(Collectors.toUnmodifiableMap(Account::id, Function.identity()));
    }

    private static void requireAccountId(String id) {
        if (!id.matches("\\d{12}")) {
            throw new IllegalArgumentException("an AWS account id has twelve digits, not: " + id);
        }
    }

    public Account byId(String id) {
        Account account = byId.get(id);
        if (account == null) {
            throw new IllegalArgumentException("no such account in this lab: " + id);
        }
        return account;
    }

    public Optional<Account> byKey(String accessKeyId) {
        return byId.values().stream().filter(account -> account.owns(accessKeyId)).findFirst();
    }
}
