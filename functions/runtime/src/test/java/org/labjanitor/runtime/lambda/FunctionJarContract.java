package org.labjanitor.runtime.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What holds for the jar of every function, and that the suite's second run really is on it. To be
 * extended by a test of the function's that is enabled where {@value
 * FunctionJarInterceptor#FUNCTION_JAR} is set.
 */
public abstract class FunctionJarContract {
    private final Class<?> handler;
    private final List<String> strangers;
    private final FunctionJar jar = new FunctionJar();

    /**
     * The contract for one function.
     *
     * @param strangers services whose clients the function does not use
     */
    protected FunctionJarContract(Class<?> handler, String... strangers) throws IOException {
        this.handler = handler;
        this.strangers = List.of(strangers);
    }

    @Test
    void theSuiteMeetsTheFunctionOfTheJar() {
        assertThat(handler.getProtectionDomain().getCodeSource().getLocation().getPath())
                .isEqualTo(System.getProperty(FunctionJarInterceptor.FUNCTION_JAR));
    }

    @Test
    void everyEntryIsThereOnce() {
        assertThat(jar.entries())
                .doesNotHaveDuplicates()
                .contains(handler.getName().replace('.', '/') + ".class");
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

    @Test
    void noClientIsThereThatTheFunctionDoesNotUse() {
        assertThat(strangers)
                .map("software/amazon/awssdk/services/%s/"::formatted)
                .allSatisfy(folder ->
                        assertThat(jar.entries()).noneMatch(name -> name.startsWith(folder)));
    }
}
