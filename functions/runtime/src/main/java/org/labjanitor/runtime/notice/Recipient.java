package org.labjanitor.runtime.notice;

import org.labjanitor.runtime.result.Resource;

/**
 * Who gets a message: the value of its attribute {@code owner}, by which filter policies choose.
 * Owners that are equal as attributes get one message.
 */
record Recipient(String name) {
    /** As long as a tag's value can be. */
    private static final int LONGEST = 256;

    private static final int LONGEST_SHOWN = 60;

    /** The owner by the resource's tag, or the admin where the tag names nobody. */
    static Recipient of(Resource resource, String admin) {
        String owner = resource.owner() == null ? "" : attribute(resource.owner());
        return new Recipient(owner.isEmpty() ? admin : owner);
    }

    /** Whether the resource has an owner of its own. */
    static boolean hasOwner(Resource resource) {
        return resource.owner() != null && !attribute(resource.owner()).isEmpty();
    }

    /**
     * The owner without what SNS refuses or filter policies cannot match as it is: "You must double
     * escape" quotation marks and backslashes (Developer Guide, "Filter policy constraints").
     */
    private static String attribute(String owner) {
        String plain = HarmlessText.visible(owner).replace('"', '\'').replace('\\', '/').strip();
        int end = Math.min(LONGEST, plain.codePointCount(0, plain.length()));
        return plain.substring(0, plain.offsetByCodePoints(0, end)).stripTrailing();
    }

    /** The name as a message shows it. */
    String shown() {
        return HarmlessText.line(name, LONGEST_SHOWN);
    }
}
