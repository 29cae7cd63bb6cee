package dev.ramah.platform;

import java.io.IOException;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives one and the same thing to all tests that ask for it as a parameter: it is dear to build, so it is built for the
 * first of them, and closed by JUnit when the last test is over.
 */
public abstract class BuiltOnce<T extends AutoCloseable> implements BeforeAllCallback, ParameterResolver {

    private static final Namespace OURS = Namespace.create(BuiltOnce.class);

    private final Class<T> type;

    protected BuiltOnce(Class<T> type) {
        this.type = type;
    }

    protected abstract T build() throws IOException, InterruptedException;

    /** The one that there is, built if it is the first time that somebody asks. */
    protected final T the(ExtensionContext context) {
        return context.getRoot().getStore(OURS).computeIfAbsent(type, key -> built(), type);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        the(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == type;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return the(context);
    }

    private T built() {
        try {
            return build();
        } catch (IOException e) {
            throw new IllegalStateException("The application could not be started.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
