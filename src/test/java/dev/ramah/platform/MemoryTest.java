package dev.ramah.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.runtime.StartupEvent;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final int MEGABYTE = 1 << 20;

    @Test
    void whatABusyMomentTookIsGivenBack() {
        Memory memory = new Memory();
        memory.spare(new StartupEvent());

        long taken = takenWhileBusy();
        memory.giveBack();

        assertTrue(taken() < taken - 100L * MEGABYTE, () -> taken + " before, now " + taken());
    }

    private static long takenWhileBusy() {
        List<byte[]> much = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            much.add(new byte[MEGABYTE]);
        }
        long taken = taken();
        assertEquals(600, much.size());
        return taken;
    }

    private static long taken() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }
}
