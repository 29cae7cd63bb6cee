package dev.ramah.language;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Collection;

/** What a text means, as a direction: unit length, so that the dot product of two is their cosine. */
public final class Vector {

    /** Values that are multiplied at a time: each vector has some of these, and none is left over. */
    static final int LANES = 4;

    private final float[] values;

    private Vector(float[] values) {
        this.values = values;
    }

    /** The direction of these values; they are scaled to unit length, and all zeros stay zeros. */
    public static Vector towards(float[] values) {
        double squares = 0;
        for (float value : values) {
            squares += value * value;
        }
        float scale = squares == 0 ? 0 : (float) (1 / Math.sqrt(squares));
        float[] unit = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            unit[i] = values[i] * scale;
        }
        return new Vector(unit);
    }

    /** The middle of several; there must be one at least. */
    public static Vector middle(Collection<Vector> vectors) {
        float[] sum = new float[vectors.iterator().next().size()];
        for (Vector each : vectors) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += each.values[i];
            }
        }
        return towards(sum);
    }

    /** One that {@link #copyTo} wrote. */
    public static Vector copyOf(float[] rows, int at, int size) {
        return new Vector(Arrays.copyOfRange(rows, at, at + size));
    }

    public int size() {
        return values.length;
    }

    /** Between -1 and 1; with the sentence model, unrelated texts are near 0.5 and the same question near 0.9. */
    public double cosine(Vector other) {
        return dot(other.values, 0);
    }

    /** The cosine with the vector that lies in these rows from this place on. */
    public float dot(float[] rows, int at) {
        // Four sums, because one would make each addition wait for the one before it.
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (int i = 0; i < values.length; i += LANES) {
            a += values[i] * rows[at + i];
            b += values[i + 1] * rows[at + i + 1];
            c += values[i + 2] * rows[at + i + 2];
            d += values[i + 3] * rows[at + i + 3];
        }
        return (a + b) + (c + d);
    }

    /** Its own numbers; never written to. */
    public float[] values() {
        return values;
    }

    /** Writes it into rows that {@link #dot} can run over. */
    public void copyTo(float[] rows, int at) {
        System.arraycopy(values, 0, rows, at, values.length);
    }

    /** Its numbers, to be stored; {@link #of} reads them. */
    public byte[] bytes() {
        ByteBuffer buffer = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asFloatBuffer().put(values);
        return buffer.array();
    }

    /** One that {@link #bytes} wrote. */
    public static Vector of(byte[] bytes) {
        float[] values = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return new Vector(values);
    }
}
