package dev.ramah.platform;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.VMOption;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Gives memory back that only a busy moment needed. Left to itself Java takes a 64th of the machine's at once and keeps
 * what the heap once grew to: more than 1 GB after training, of which 0.1 GB was in use. What the command line sets
 * stays as it is set, and a Java that can't be told keeps what it has.
 */
@Singleton
public class Memory {

    // Shares of the heap, in percent, that lie free after a collection of all of it.
    private static final String LEAST_FREE = "20";
    private static final String MOST_FREE = "40";

    // In milliseconds: so long after its last collection an idle process has another one.
    private static final String IDLE = "60000";

    private static final String COMMANDS = "com.sun.management:type=DiagnosticCommand";

    void spare(@Observes @Priority(StartOrder.ALONE) StartupEvent started) {
        @Nullable HotSpotDiagnosticMXBean java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
        if (java != null) {
            set(java, "MinHeapFreeRatio", LEAST_FREE);
            set(java, "MaxHeapFreeRatio", MOST_FREE);
            set(java, "G1PeriodicGCInterval", IDLE);
        }
    }

    private static void set(HotSpotDiagnosticMXBean java, String option, String value) {
        try {
            if (java.getVMOption(option).getOrigin() == VMOption.Origin.DEFAULT) {
                java.setVMOption(option, value);
            }
        } catch (IllegalArgumentException unknown) {
            // Another Java, or another collector's: it does as it does.
        }
    }

    /**
     * What the C library keeps, after work that took much more than is needed from now on. The heap is given back in an
     * idle moment, without a pause: a collection of all of it here would stop every conversation.
     */
    public void giveBack() {
        try {
            ManagementFactory.getPlatformMBeanServer()
                    .invoke(new ObjectName(COMMANDS), "systemTrimNativeHeap", null, null);
        } catch (JMException unknown) {
            // Not on Linux, or a Java before 17.0.9: that is about 50 MB.
        }
    }
}
