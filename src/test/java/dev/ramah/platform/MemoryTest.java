package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.quarkus.runtime.StartupEvent;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private final HotSpotDiagnosticMXBean java = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);

    @Test
    void anIdleProcessIsToldToGiveBackWhatItDoesNotNeed() {
        new Memory().spare(new StartupEvent());

        assertEquals("20", option("MinHeapFreeRatio"));
        assertEquals("60000", option("G1PeriodicGCInterval"));
    }

    /** The build sets this one for its tests, which would ask for the same memory again at once. */
    @Test
    void whatTheCommandLineSaysStays() {
        new Memory().spare(new StartupEvent());

        assertEquals("70", option("MaxHeapFreeRatio"));
    }

    private String option(String name) {
        return java.getVMOption(name).getValue();
    }
}
