package org.labjanitor.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that was built, and the Java that runs it. */
final class Version implements IVersionProvider {
    private static final String FILE = "/org/labjanitor/cli/version.properties";

    @Override
    public String[] getVersion() throws IOException {
        Properties properties = new Properties();
        try (InputStream file = Version.class.getResourceAsStream(FILE)) {
            if (file != null) {
                properties.load(file);
            }
        }
        return new String[] {
            "janitor " + properties.getProperty("version", "of unknown version"),
            "Java " + Runtime.version()
        };
    }
}
