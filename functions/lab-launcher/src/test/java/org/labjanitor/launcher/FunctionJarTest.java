package org.labjanitor.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.labjanitor.runtime.lambda.FunctionJar;
import org.labjanitor.runtime.lambda.FunctionJarInterceptor;

/** What is in the jar that is deployed, and that the suite's second run really is on it. */
@EnabledIfSystemProperty(named = FunctionJarInterceptor.FUNCTION_JAR, matches = ".+")
class FunctionJarTest {
    private static final Class<?> HANDLER = LaunchLabHandler.class;

    private final FunctionJar jar = new FunctionJar();

    FunctionJarTest() throws IOException {}

    @Test
    void theSuiteMeetsTheFunctionOfTheJar() {
        assertThat(HANDLER.getProtectionDomain().getCodeSource().getLocation().getPath())
                .isEqualTo(System.getProperty(FunctionJarInterceptor.FUNCTION_JAR));
    }

    @Test
    void everyEntryIsThereOnce() {
        assertThat(jar.entries())
                .doesNotHaveDuplicates()
                .contains(HANDLER.getName().replace('.', '/') + ".class");
    }

    @Test
    void whatIsFoundByNameIsThere() {
        assertThat(jar.entries()).containsAll(jar.namedClasses());
        assertThat(jar.namedClasses())
                .contains(
                        "software/amazon/awssdk/http/urlconnection/UrlConnectionSdkHttpService.class",
                        "org/slf4j/nop/NOPServiceProvider.class");
    }

    @Test
    void nothingIsThereThatHasNoPlaceInAFunction() {
        assertThat(jar.strays()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cloudwatch", "cloudtrail"})
    void noClientIsThereThatTheFunctionDoesNotUse(String service) {
        String folder = "software/amazon/awssdk/services/" + service + "/";

        assertThat(jar.entries()).noneMatch(name -> name.startsWith(folder));
    }
}
