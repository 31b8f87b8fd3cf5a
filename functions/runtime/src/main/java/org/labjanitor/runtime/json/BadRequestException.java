package org.labjanitor.runtime.json;

import java.util.List;

/** A request that is refused before anything was looked at; the message lists every fault. */
public final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    public BadRequestException(List<String> faults) {
        super("request refused: " + String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    public static BadRequestException of(String fault) {
        return new BadRequestException(List.of(fault));
    }

    public List<String> faults() {
        return faults;
    }
}
