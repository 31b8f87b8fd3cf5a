package org.labjanitor.cli.terminal;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Interrupts as the operating system delivers them. Java has no public way to hear of a second one
 * (a shutdown hook runs once), so this goes through {@code sun.misc.Signal} of the module
 * jdk.unsupported, by reflection, since the compiler warns of it wherever it is named. A JDK
 * without it leaves interrupts their usual meaning.
 */
public final class SignalInterrupts implements Interrupts {
    private static final List<String> SIGNALS = List.of("INT", "TERM");
    private static final int INTERRUPTED = 130;

    @Override
    public Listening listen(Runnable stopping) {
        AtomicBoolean asked = new AtomicBoolean();
        Runnable interrupted =
                () -> {
                    if (asked.getAndSet(true)) {
                        Runtime.getRuntime().halt(INTERRUPTED);
                    }
                    stopping.run();
                };
        try {
            return new Signals().handle(interrupted);
        } catch (ReflectiveOperationException | IllegalArgumentException notToBeHad) {
            return () -> {};
        }
    }

    /** What is needed of {@code sun.misc.Signal}. */
    private static final class Signals {
        private final Class<?> signal = Class.forName("sun.misc.Signal");
        private final Class<?> handler = Class.forName("sun.misc.SignalHandler");
        private final Method handle = signal.getMethod("handle", signal, handler);

        Signals() throws ReflectiveOperationException {}

        Listening handle(Runnable interrupted) throws ReflectiveOperationException {
            Object ours =
                    Proxy.newProxyInstance(
                            handler.getClassLoader(),
                            new Class<?>[] {handler},
                            new Handler(interrupted));
            List<Replaced> replaced = new ArrayList<>();
            for (String name : SIGNALS) {
                Object one = signal.getConstructor(String.class).newInstance(name);
                replaced.add(new Replaced(one, handle.invoke(null, one, ours)));
            }
            return () -> replaced.forEach(this::putBack);
        }

        private void putBack(Replaced replaced) {
            try {
                handle.invoke(null, replaced.signal(), replaced.before());
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("giving a signal its usual meaning back", e);
            }
        }
    }

    private record Replaced(Object signal, Object before) {}

    private record Handler(Runnable interrupted) implements InvocationHandler {
        @Override
        @SuppressWarnings("ReferenceEquality") // a proxy is equal to itself only
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
            return switch (method.getName()) {
                case "handle" -> {
                    interrupted.run();
                    yield null;
                }
                case "equals" -> arguments != null && proxy == arguments[0];
                case "hashCode" -> System.identityHashCode(proxy);
                default -> "interrupts";
            };
        }
    }
}
