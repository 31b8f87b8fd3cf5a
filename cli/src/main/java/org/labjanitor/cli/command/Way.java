package org.labjanitor.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way to AWS that options and environment choose. */
final class Way {
    private final Surroundings here;
    private final AccountOptions who;

    Way(Surroundings here, AccountOptions who) {
        this.here = here;
        this.who = who;
    }

    /** Whatever makes it other than usual, by name. */
    Map<String, String> whereUnusual() {
        Map<String, String> unusual = new LinkedHashMap<>();
        put(unusual, "profile", who.profile, "AWS_PROFILE");
        put(unusual, "endpoint", who.endpointUrl, "AWS_ENDPOINT_URL");
        return unusual;
    }

    private void put(
            Map<String, String> unusual, String name, @Nullable String option, String variable) {
        String value = option == null ? here.environment().getOrDefault(variable, "") : option;
        if (!value.isBlank()) {
            unusual.put(name, value);
        }
    }
}
