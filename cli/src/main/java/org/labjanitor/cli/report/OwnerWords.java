package org.labjanitor.cli.report;

import org.labjanitor.runtime.result.Resource;

/** Whose a resource is. */
final class OwnerWords {
    private OwnerWords() {}

    static String of(Resource resource) {
        return resource.owner() == null || resource.owner().isBlank()
                ? "no owner"
                : resource.owner();
    }
}
