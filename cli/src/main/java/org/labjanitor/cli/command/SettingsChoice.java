package org.labjanitor.cli.command;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.labjanitor.runtime.settings.Settings;

/** The settings of the environment, with options on top. */
final class SettingsChoice {
    private static final String ACCOUNT = "JANITOR_ACCOUNT_ID";
    private static final String LAB_TAG = "JANITOR_LAB_TAG";

    private final Map<String, String> environment;

    SettingsChoice(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * The settings.
     *
     * @throws UsageException naming the option or variable that is wrong
     */
    Settings of(@Nullable String account, @Nullable String labTag) {
        Map<String, String> optionByVariable = new LinkedHashMap<>();
        Map<String, String> variables = new HashMap<>(environment);
        if (account != null) {
            variables.put(ACCOUNT, account);
            optionByVariable.put(ACCOUNT, "--account");
        }
        if (labTag != null) {
            variables.put(LAB_TAG, labTag);
            optionByVariable.put(LAB_TAG, "--lab-tag");
        }
        try {
            return Settings.from(variables);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            for (var option : optionByVariable.entrySet()) {
                message = message.replace(option.getKey(), option.getValue());
            }
            throw new UsageException(message);
        }
    }
}
