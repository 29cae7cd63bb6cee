package dev.ramah.platform;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.impl.ConnectionBase;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Stands before Vert.x in a websocket's pipeline and closes it with the right code where {@link FrameRules} are broken.
 * Vert.x hangs up without a word there, or takes no offence at all: it lets bad UTF-8 and reserved bits pass.
 */
final class FrameGuard extends ChannelDuplexHandler {

    /** A message may have this many bytes. */
    private static final long LONGEST = 64L * 1024;

    /** Whoever sends this many pings and does not read the answers lets them pile up in our memory. */
    private static final int MOST_UNREAD_PONGS = 1_000;

    private static final int POLICY_VIOLATION = 1008;

    /** Time for the other side to read why, and to close as well. */
    private static final long GOODBYE_SECONDS = 2;

    private static final byte[] SWITCHED = "HTTP/1.1 101".getBytes(StandardCharsets.US_ASCII);

    private final FrameRules rules = new FrameRules(LONGEST);
    private boolean switched;
    private boolean over;
    private int pingsRead;

    private FrameGuard() {}

    /**
     * From the answer to this request on, if that is an upgrade, the connection is guarded.
     *
     * @return breaks the connection at once, whatever waits to be sent over it
     */
    static Runnable stand(HttpServerRequest request) {
        if (!(request.connection() instanceof ConnectionBase connection)) {
            return () -> {};
        }
        ChannelPipeline pipeline = connection.channel().pipeline();
        if (pipeline.get("httpDecoder") != null && pipeline.get(FrameGuard.class) == null) {
            pipeline.addBefore("httpDecoder", "frameGuard", new FrameGuard());
        }
        return () -> {
            var unused = connection.channel().close();
        };
    }

    /** The first bytes that leave tell whether it was upgraded. */
    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (!switched && message instanceof ByteBuf bytes) {
            if (begins(bytes)) {
                switched = true;
            } else {
                context.pipeline().remove(this);
            }
        }
        super.write(context, message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws Exception {
        if (over) {
            ReferenceCountUtil.release(message);
            return;
        }
        int code = switched && message instanceof ByteBuf bytes ? judge(context, bytes) : FrameRules.FINE;
        if (code == FrameRules.FINE) {
            super.channelRead(context, message);
        } else {
            ReferenceCountUtil.release(message);
            end(context, code);
        }
    }

    private int judge(ChannelHandlerContext context, ByteBuf bytes) {
        for (int i = bytes.readerIndex(); i < bytes.writerIndex(); i++) {
            int code = rules.next(bytes.getByte(i));
            if (code != FrameRules.FINE) {
                return code;
            }
        }
        if (context.channel().isWritable()) {
            pingsRead = rules.pings();
        }
        return rules.pings() - pingsRead > MOST_UNREAD_PONGS ? POLICY_VIOLATION : FrameRules.FINE;
    }

    /** Closing at once, with bytes unread, would reset the connection, and the other side would not learn why. */
    private void end(ChannelHandlerContext context, int code) {
        over = true;
        ByteBuf close = Unpooled.wrappedBuffer(new byte[] {(byte) 0x88, 2, (byte) (code >> 8), (byte) code});
        context.writeAndFlush(close).addListener(written -> {
            if (context.channel() instanceof DuplexChannel channel) {
                var unused = channel.shutdownOutput();
            }
        });
        var unused = context.executor().schedule(() -> hangUp(context), GOODBYE_SECONDS, TimeUnit.SECONDS);
    }

    private static void hangUp(ChannelHandlerContext context) {
        var unused = context.close();
    }

    private static boolean begins(ByteBuf bytes) {
        if (bytes.readableBytes() < SWITCHED.length) {
            return false;
        }
        for (int i = 0; i < SWITCHED.length; i++) {
            if (bytes.getByte(bytes.readerIndex() + i) != SWITCHED[i]) {
                return false;
            }
        }
        return true;
    }
}
