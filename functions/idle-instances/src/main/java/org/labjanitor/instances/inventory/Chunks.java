package org.labjanitor.instances.inventory;

import java.util.ArrayList;
import java.util.List;

/** A list in pieces that AWS accepts in one request. */
public final class Chunks {
    private Chunks() {}

    public static <T> List<List<T>> of(List<T> list, int size) {
        List<List<T>> chunks = new ArrayList<>();
        for (int start = 0; start < list.size(); start += size) {
            chunks.add(list.subList(start, Math.min(list.size(), start + size)));
        }
        return chunks;
    }
}
