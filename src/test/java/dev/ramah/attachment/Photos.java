package dev.ramah.attachment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Files as customers send them, with all that they tell besides what is seen. */
final class Photos {

    /** Where it was taken, as it stands in each of these files. */
    static final String PLACE = "GPS -6.2088 106.8456";

    private Photos() {}

    static BufferedImage drawn(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < width; x++) {
            for (int y = 0; y < height; y++) {
                picture.setRGB(x, y, ((x * 7) << 16) | ((y * 11) << 8) | (x + y));
            }
        }
        return picture;
    }

    static byte[] plain(String format, int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(drawn(width, height), format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A photo of a phone: it lies on its side, knows its place twice, has a comment, and a film behind it. */
    static byte[] jpeg(int width, int height, int orientation) {
        byte[] plain = plain("jpg", width, height);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 2);
        byte[] block = Orientation.block(orientation);
        segment(out, 0xe1, bytes("Exif\0\0"), block, bytes(PLACE));
        segment(out, 0xe1, bytes("http://ns.adobe.com/xap/1.0/\0<x>" + PLACE + "</x>"));
        segment(out, 0xed, bytes("Photoshop 3.0\0" + PLACE));
        segment(out, 0xfe, bytes("Sari's kitchen, " + PLACE));
        out.write(plain, 2, plain.length - 2);
        out.writeBytes(bytes("ftypmp42 " + PLACE));
        return out.toByteArray();
    }

    private static void segment(ByteArrayOutputStream out, int marker, byte[]... parts) {
        int length = 2;
        for (byte[] each : parts) {
            length += each.length;
        }
        out.write(0xff);
        out.write(marker);
        out.write(length >> 8);
        out.write(length);
        for (byte[] each : parts) {
            out.writeBytes(each);
        }
    }

    static byte[] png(int width, int height) {
        byte[] plain = plain("png", width, height);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int header = 8 + 12 + 13;
        out.write(plain, 0, header);
        chunk(out, "tEXt", bytes("Comment\0" + PLACE));
        chunk(out, "iTXt", bytes("XML:com.adobe.xmp\0\0\0\0\0" + PLACE));
        chunk(out, "eXIf", bytes(PLACE));
        out.write(plain, header, plain.length - header);
        out.writeBytes(bytes(PLACE));
        return out.toByteArray();
    }

    /** A header that promises so much, and nothing else. */
    static byte[] pngThatClaims(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Png.SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        chunk(out, "IHDR", header);
        chunk(out, "IDAT", new byte[] {1});
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] body) {
        byte[] named = new byte[4 + body.length];
        System.arraycopy(bytes(type), 0, named, 0, 4);
        System.arraycopy(body, 0, named, 4, body.length);
        CRC32 sum = new CRC32();
        sum.update(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt(body.length).array());
        out.writeBytes(named);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    static byte[] gif(int width, int height) {
        byte[] plain = plain("gif", width, height);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, plain.length - 1);
        out.writeBytes(new byte[] {0x21, (byte) 0xfe, (byte) PLACE.length()});
        out.writeBytes(bytes(PLACE));
        out.write(0);
        out.write(0x3b);
        out.writeBytes(bytes(PLACE));
        return out.toByteArray();
    }

    /** One red point as WebP draws it, with a head that tells of EXIF and XMP. */
    static byte[] webp() {
        byte[] drawn = {
            0x2f,
            0x00,
            0x00,
            0x00,
            0x00,
            0x07,
            (byte) 0xd0,
            (byte) 0xff,
            (byte) 0xfe,
            (byte) 0xf7,
            (byte) 0xbf,
            (byte) 0xff,
            (byte) 0x81,
            (byte) 0x88,
            (byte) 0xe8,
            0x7f,
            0x00,
            0x00
        };
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(bytes("WEBP"));
        riff(body, "VP8X", new byte[] {0x0c, 0, 0, 0, 0, 0, 0, 0, 0, 0});
        riff(body, "VP8L", drawn);
        riff(body, "EXIF", bytes(PLACE));
        riff(body, "XMP ", bytes("<x>" + PLACE + "</x>"));
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        riff(whole, "RIFF", body.toByteArray());
        return whole.toByteArray();
    }

    private static void riff(ByteArrayOutputStream out, String type, byte[] body) {
        out.writeBytes(bytes(type));
        out.writeBytes(ByteBuffer.allocate(4)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .putInt(body.length)
                .array());
        out.writeBytes(body);
        if (body.length % 2 == 1) {
            out.write(0);
        }
    }

    static byte[] pdf() {
        return bytes("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
