package org.labjanitor.cli.instances;

import java.io.PrintWriter;
import java.util.HashMap;
import java.util.Map;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.instances.progress.SweepListener;

/**
 * One line that tells how a sweep gets on, written over again and again, and wiped out at the end.
 */
public final class ProgressLine implements SweepListener, AutoCloseable {
    private static final String BACK_AND_CLEAR = "\r\u001b[K";

    private final PrintWriter terminal;
    private final Screen screen;
    private final Map<String, Integer> found = new HashMap<>();
    private final Map<String, Integer> judged = new HashMap<>();
    private final Map<String, Integer> removable = new HashMap<>();
    private final Map<String, Integer> going = new HashMap<>();
    private final Map<String, Integer> settled = new HashMap<>();
    private String shown = "";

    public ProgressLine(PrintWriter terminal, Screen screen) {
        this.terminal = terminal;
        this.screen = screen;
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
        if (!shown.isEmpty()) {
            terminal.print(BACK_AND_CLEAR);
            terminal.flush();
        }
    }

    private void show() {
        String line =
                screen.fit().cut(going.isEmpty() ? looking() : removing(), screen.width() - 1);
        if (!line.equals(shown)) {
            shown = line;
            terminal.print(BACK_AND_CLEAR + line);
            terminal.flush();
        }
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
