package org.labjanitor.launcher.request;

import java.util.regex.Pattern;
import org.labjanitor.runtime.json.JsonFields;

/** What an owner may be called: what tags of EC2 and of S3 can both hold. */
final class OwnerText {
    /** "The allowed characters across services" (EC2 User Guide, "Tag restrictions"). */
    private static final Pattern TEXT = Pattern.compile("[\\p{L}\\p{N} +\\-=._:/@]{1,256}");

    private OwnerText() {}

    static void check(JsonFields fields, String key, String owner) {
        if (!TEXT.matcher(owner).matches()) {
            fields.fault(
                    key,
                    "is %s, but must have 1 to 256 letters, digits, spaces and + - = . _ : / @"
                            .formatted(JsonFields.quoted(owner)));
        }
    }
}
