package org.labjanitor.runtime.lambda;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The handler string by which the deployment's template makes Lambda start a function. */
final class DeployedHandler {
    private static final Path TEMPLATE = Path.of("../../template.yaml");
    private static final String KEY = "      Handler: ";

    private DeployedHandler() {}

    /**
     * The handler of a function.
     *
     * @param function its logical id in the template
     */
    static String of(String function) throws IOException {
        List<String> lines = Files.readAllLines(TEMPLATE);
        return lines.stream()
                .skip(lines.indexOf("  " + function + ":") + 1L)
                .filter(line -> line.startsWith(KEY))
                .findFirst()
                .map(line -> line.substring(KEY.length()))
                .orElseThrow(() -> new AssertionError("the template has no function " + function));
    }
}
