package org.labjanitor.runtime.json;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with a document, so that all of it can be said at once. */
public final class Faults {
    private final List<String> faults = new ArrayList<>();

    public void add(String fault) {
        faults.add(fault);
    }

    public boolean isEmpty() {
        return faults.isEmpty();
    }

    /**
     * Ends the reading.
     *
     * @throws BadRequestException naming every fault, if there is any
     */
    public void throwIfAny() {
        if (!faults.isEmpty()) {
            throw new BadRequestException(faults);
        }
    }
}
