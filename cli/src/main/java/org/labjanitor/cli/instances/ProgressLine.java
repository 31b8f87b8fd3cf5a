package org.labjanitor.cli.instances;

import java.util.HashMap;
import java.util.Map;
import org.labjanitor.cli.terminal.StatusLine;
import org.labjanitor.instances.progress.SweepListener;

/** Tells in one line how a sweep over instances gets on. */
public final class ProgressLine implements SweepListener, AutoCloseable {
    private final StatusLine line;
    private final Map<String, Integer> found = new HashMap<>();
    private final Map<String, Integer> judged = new HashMap<>();
    private final Map<String, Integer> removable = new HashMap<>();
    private final Map<String, Integer> going = new HashMap<>();
    private final Map<String, Integer> settled = new HashMap<>();

    public ProgressLine(StatusLine line) {
        this.line = line;
    }

    @Override
    public synchronized void found(String region, int instances) {
        found.put(region, instances);
        show();
    }

    @Override
    public synchronized void judged(String region, int decided, int instances) {
        if (going.isEmpty()) {
            judged.put(region, decided);
            show();
        }
    }

    @Override
    public synchronized void examined(String region, int mayGo) {
        judged.put(region, found.getOrDefault(region, 0));
        removable.put(region, mayGo);
        show();
    }

    @Override
    public synchronized void lookingAgain(String region, int instances) {
        going.put(region, instances);
        show();
    }

    @Override
    public synchronized void removing(String region, int instances) {
        going.put(region, instances);
        show();
    }

    @Override
    public synchronized void observed(String region, int observed, int instances) {
        settled.put(region, observed);
        show();
    }

    @Override
    public synchronized void close() {
        line.close();
    }

    private void show() {
        line.show(going.isEmpty() ? looking() : removing());
    }

    private String looking() {
        return "Looking: %d instances in %d %s, %d judged, %d may go"
                .formatted(
                        sum(found),
                        found.size(),
                        found.size() == 1 ? "Region" : "Regions",
                        sum(judged),
                        sum(removable));
    }

    private String removing() {
        return "Looking again and removing: %d of %d settled".formatted(sum(settled), sum(going));
    }

    private static int sum(Map<String, Integer> byRegion) {
        return byRegion.values().stream().mapToInt(Integer::intValue).sum();
    }
}
