package org.labjanitor.runtime.result;

import java.util.Locale;

/** What a run did to a resource, or would do in mode {@code clean}. */
public enum Action {
    NONE,
    WOULD_TERMINATE,
    TERMINATE,
    WOULD_STOP,
    STOP,
    WOULD_EMPTY,
    EMPTY,
    WOULD_DELETE,
    DELETE;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
