package org.labjanitor.cli.report;

import org.labjanitor.runtime.result.Resource;

/** Whose a resource is. */
public final class OwnerWords {
    private OwnerWords() {}

    /** The owner's name, or that there is none. */
    public static String of(Resource resource) {
        return resource.owner() == null || resource.owner().isBlank()
                ? "no owner"
                : resource.owner();
    }
}
