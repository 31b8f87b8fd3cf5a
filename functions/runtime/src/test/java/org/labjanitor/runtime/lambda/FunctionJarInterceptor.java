package org.labjanitor.runtime.lambda;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.LauncherInterceptor;

/**
 * Runs a function's suite on the jar that is deployed, which the system property {@value
 * #FUNCTION_JAR} names. JUnit looks for it only where interceptors are switched on, and that is so
 * in the build's second run of the suite.
 */
public final class FunctionJarInterceptor implements LauncherInterceptor {
    /** Names the function's jar. */
    public static final String FUNCTION_JAR = "janitor.function.jar";

    private final FunctionJarLoader loader;

    /** For JUnit, which finds it as a service. */
    public FunctionJarInterceptor() {
        String jar = System.getProperty(FUNCTION_JAR);
        if (jar == null) {
            throw new IllegalStateException(
                    FUNCTION_JAR + " is not set, but must name the jar to run the suite on");
        }
        this.loader =
                new FunctionJarLoader(Path.of(jar), FunctionJarInterceptor.class.getClassLoader());
    }

    @Override
    public <T extends @Nullable Object> T intercept(Invocation<T> invocation) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return invocation.proceed();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        loader.close();
    }
}
