package dev.ramah.platform;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives one and the same thing to all tests that ask for it as a parameter: it is dear to build, so it is built for the
 * first of them, and closed when this process ends. Not by JUnit: where processes share the tests, it is asked anew for
 * each class, and would close it after each.
 */
public abstract class BuiltOnce<T extends AutoCloseable> implements BeforeAllCallback, ParameterResolver {

    private static final Map<Class<?>, AutoCloseable> BUILT = new HashMap<>();

    private final Class<T> type;

    protected BuiltOnce(Class<T> type) {
        this.type = type;
    }

    protected abstract T build() throws IOException, InterruptedException;

    /** The one that there is, built if it is the first time that somebody asks. */
    protected final T the() {
        synchronized (BUILT) {
            return type.cast(BUILT.computeIfAbsent(type, none -> built()));
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        the();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return the();
    }

    private T built() {
        try {
            T built = build();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(built)));
            return built;
        } catch (IOException e) {
            throw new IllegalStateException("The application could not be started.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void close(AutoCloseable built) {
        try {
            built.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
