package org.labjanitor.cli.launch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.labjanitor.cli.report.Entries;
import org.labjanitor.cli.terminal.Screen;
import org.labjanitor.cli.terminal.Style;
import org.labjanitor.cli.terminal.Table;
import org.labjanitor.cli.terminal.Table.Cell;
import org.labjanitor.cli.terminal.Table.Column;
import org.labjanitor.core.time.Minutes;
import org.labjanitor.launcher.result.LaunchResult;
import org.labjanitor.launcher.result.LaunchedInstance;
import org.labjanitor.launcher.result.LaunchedPiece;
import org.labjanitor.launcher.result.PieceKind;
import org.labjanitor.launcher.result.PieceState;
import org.labjanitor.runtime.result.RunStatus;

/** A launch as a page for a person. */
public final class LaunchPage {
    private static final int MARGIN = 2;
    private static final int INDENT = 6;

    private final Screen screen;
    private final Map<String, String> connection;

    /**
     * A page on this screen.
     *
     * @param connection what a person has to know about the way to AWS, such as its endpoint
     */
    public LaunchPage(Screen screen, Map<String, String> connection) {
        this.screen = screen;
        this.connection = connection;
    }

    /** What would be launched, what is there already, and what it costs. */
    public void showPlan(LaunchResult plan) {
        title(Style.BOLD, "Lab " + plan.lab(), "what it is to have");
        entries(plan);
        screen.blank();
        table(plan.pieces());
    }

    /** What was launched, with addresses and links. */
    public void showResult(LaunchResult result) {
        switch (result.status()) {
            case COMPLETE ->
                    title(Style.GOOD_TITLE, "Launched · " + result.lab(), "all of it is there");
            case PARTIAL ->
                    title(
                            Style.WARNING_TITLE,
                            "Launched in part · " + result.lab(),
                            "the same command goes on from here");
            case FAILED ->
                    title(
                            Style.BAD_TITLE,
                            "Not launched · " + result.lab(),
                            "nothing of it is there");
        }
        table(result.pieces());
        List<LaunchedInstance> instances = instances(result);
        if (!instances.isEmpty()) {
            screen.blank();
            addresses(instances);
            screen.blank();
            links(result);
        }
        if (result.status() != RunStatus.FAILED) {
            showEnd(result);
        }
    }

    private void showEnd(LaunchResult result) {
        screen.blank();
        screen.paragraph(
                0,
                Style.PLAIN,
                "Everything has its end on it: from %s on the janitor may remove it."
                        .formatted(Minutes.utc(result.end())));
    }

    private void title(Style style, String title, String beside) {
        screen.line(
                screen.paint(style, screen.safe(title)) + "  " + screen.paint(Style.DIM, beside));
    }

    private void entries(LaunchResult plan) {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("account", plan.account());
        entries.putAll(connection);
        entries.put("Region", plan.region());
        entries.put(
                "end",
                Minutes.utc(plan.end())
                        + (plan.endKept() ? ", which the lab that is there has; it stays" : ""));
        entries.put(
                "costs",
                "%s until its end; %s a month if it is forgotten%s"
                        .formatted(
                                dollars(plan.estimate().untilEnd(), plan.isListed()),
                                dollars(plan.estimate().aMonth(), plan.isListed()),
                                plan.isListed() ? "" : " (by the prices of us-east-1, on demand)"));
        new Entries(screen).show(entries);
    }

    private static String dollars(BigDecimal dollars, boolean exact) {
        return String.format(Locale.ROOT, exact ? "$%,.2f" : "about $%,.2f", dollars);
    }

    private void table(List<LaunchedPiece> pieces) {
        List<Column> columns =
                List.of(
                        Column.left("PIECE", 12, 60),
                        Column.left("WHAT", 10, 80),
                        Column.right("THERE", 5, 9),
                        Column.left("STATE", 8, 10));
        List<List<Cell>> rows = pieces.stream().map(this::row).toList();
        Table table = Table.of(columns, rows, screen.width() - MARGIN);
        screen.line(" ".repeat(MARGIN) + table.titles(screen));
        for (int i = 0; i < rows.size(); i++) {
            screen.line(" ".repeat(MARGIN) + table.row(screen, rows.get(i)));
            LaunchedPiece piece = pieces.get(i);
            if (!piece.detail().isEmpty()) {
                screen.paragraph(
                        INDENT,
                        piece.state() == PieceState.FAILED ? Style.BAD : Style.WARNING,
                        piece.detail());
            }
        }
    }

    private List<Cell> row(LaunchedPiece piece) {
        return List.of(
                new Cell(screen.safe(piece.key()), Style.NAME),
                new Cell(screen.safe(piece.what()), Style.PLAIN),
                new Cell(piece.there() + "/" + piece.wanted(), Style.PLAIN),
                new Cell(piece.state().id(), style(piece.state())));
    }

    private static Style style(PieceState state) {
        return switch (state) {
            case PLANNED, EXISTING -> Style.PLAIN;
            case CREATED -> Style.GOOD;
            case FAILED -> Style.BAD;
        };
    }

    private static List<LaunchedInstance> instances(LaunchResult result) {
        return result.pieces().stream().flatMap(piece -> piece.instances().stream()).toList();
    }

    private void addresses(List<LaunchedInstance> instances) {
        List<Column> columns =
                List.of(
                        Column.left("INSTANCE", 19, 19),
                        Column.left("STATE", 7, 13),
                        Column.left("ZONE", 10, 16),
                        Column.left("PUBLIC", 8, 60),
                        Column.left("PRIVATE", 8, 15));
        List<List<Cell>> rows = new ArrayList<>();
        for (LaunchedInstance instance : instances) {
            rows.add(
                    List.of(
                            new Cell(instance.id(), Style.NAME),
                            new Cell(instance.state(), Style.PLAIN),
                            new Cell(instance.zone(), Style.PLAIN),
                            new Cell(publicAddress(instance), Style.PLAIN),
                            new Cell(
                                    instance.privateIp() == null ? "-" : instance.privateIp(),
                                    Style.PLAIN)));
        }
        Table table = Table.of(columns, rows, screen.width() - MARGIN);
        screen.line(" ".repeat(MARGIN) + table.titles(screen));
        rows.forEach(row -> screen.line(" ".repeat(MARGIN) + table.row(screen, row)));
    }

    private static String publicAddress(LaunchedInstance instance) {
        if (instance.publicDns() != null) {
            return instance.publicDns();
        }
        return instance.publicIp() == null ? "-" : instance.publicIp();
    }

    /** Links are for a browser: never cut. */
    private void links(LaunchResult result) {
        for (LaunchedPiece piece : result.pieces()) {
            for (LaunchedInstance instance : piece.instances()) {
                if (instance.connect() != null) {
                    screen.line("  connect " + instance.id() + "  " + instance.connect());
                }
            }
            if (piece.kind() == PieceKind.BUCKET && piece.link() != null && piece.there() > 0) {
                screen.line("  bucket  " + screen.safe(piece.key()) + "  " + piece.link());
            }
        }
    }
}
