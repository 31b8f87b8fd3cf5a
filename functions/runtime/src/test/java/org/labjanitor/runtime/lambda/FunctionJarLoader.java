package org.labjanitor.runtime.lambda;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Loads a suite so that it meets the function as it is deployed: with the function's own classes,
 * and behind them the SDK, from the function's jar. The simulator and the tests' own clients have
 * the whole SDK from the class path; in one JVM with it, and never in touch with the function's.
 */
final class FunctionJarLoader extends ClassLoader implements AutoCloseable {
    private static final String OURS = "org.labjanitor.";
    private static final String SIMULATOR = "org.labjanitor.simulator.";

    static {
        registerAsParallelCapable();
    }

    private final URLClassLoader function;

    FunctionJarLoader(Path jar, ClassLoader classPath) {
        super("suite", classPath);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalArgumentException(
                    jar + " is not there, but must be the function's jar");
        }
        this.function =
                new URLClassLoader("function", new URL[] {url(jar)}, new Provided(classPath));
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS) || name.startsWith(SIMULATOR)) {
            return super.loadClass(name, resolve);
        }
        if (function.findResource(path(name)) != null) {
            return function.loadClass(name);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? test(name) : loaded;
        }
    }

    /** A class of the suite, whose references to the function come back to this loader. */
    private Class<?> test(String name) throws ClassNotFoundException {
        try (InputStream file = getParent().getResourceAsStream(path(name))) {
            if (file == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = file.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length);
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }

    @Override
    public void close() {
        try {
            function.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String path(String className) {
        return className.replace('.', '/') + ".class";
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(jar + " has no URL", e);
        }
    }

    /**
     * What a function in Lambda finds outside of its jar: Java, and the runtime's own libraries.
     */
    private static final class Provided extends ClassLoader {
        private static final String RUNTIME = "com.amazonaws.services.lambda.runtime.";
        private static final String EVENTS = "com.amazonaws.services.lambda.runtime.events.";
        private static final String SHADED = "com.amazonaws.lambda.thirdparty.";

        private final ClassLoader classPath;

        Provided(ClassLoader classPath) {
            super("provided", ClassLoader.getPlatformClassLoader());
            this.classPath = classPath;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith(SHADED) || (name.startsWith(RUNTIME) && !name.startsWith(EVENTS))) {
                return classPath.loadClass(name);
            }
            throw new ClassNotFoundException(name);
        }

        @Override
        protected @Nullable URL findResource(String name) {
            return null;
        }
    }
}
