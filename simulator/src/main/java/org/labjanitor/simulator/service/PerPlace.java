package org.labjanitor.simulator.service;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** State that every account and Region has for itself, made when first asked for. */
public final class PerPlace<T> {
    private final Map<Place, T> states = new ConcurrentHashMap<>();
    private final Function<Place, T> fresh;

    public PerPlace(Function<Place, T> fresh) {
        this.fresh = fresh;
    }

    public T at(Place place) {
        return states.computeIfAbsent(place, fresh);
    }
}
