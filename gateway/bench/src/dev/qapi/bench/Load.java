package dev.qapi.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * Asks and checks every answer. A latency counts from the moment the question was due, so that a server which stalls is not
 * spared the questions that it kept from being asked. All of it happens on one thread.
 */
final class Load {

    /** A question, and what its answer has to say; nothing of an answer that may say anything. */
    record Shot(byte[] request, byte[] expected) {}

    /** @param nanos of the good answers, sorted */
    record Result(int good, int bad, double seconds, long[] nanos) {

        double millis(double quantile) {
            return nanos.length == 0
                    ? Double.NaN
                    : nanos[Math.min(nanos.length - 1, (int) (nanos.length * quantile))] / 1e6;
        }
    }

    /** Expected of whoever may also say that there is no answer. */
    static final byte[] ANYTHING = new byte[0];

    private record Due(Shot shot, long at) {}

    private static final EventLoopGroup LOOP = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private static final long GRACE = TimeUnit.SECONDS.toNanos(8);

    private final int port;
    private final IntFunction<Shot> shots;
    private final double rate;
    private final int most;
    private final CompletableFuture<Result> result = new CompletableFuture<>();
    private final ArrayDeque<Lane> idle = new ArrayDeque<>();
    private final ArrayDeque<Due> waiting = new ArrayDeque<>();
    private long[] nanos = new long[1024];
    private int asked;
    private int good;
    private int bad;
    private long begun;
    private long end;
    private long last;

    private Load(int port, IntFunction<Shot> shots, double rate, int most) {
        this.port = port;
        this.shots = shots;
        this.rate = rate;
        this.most = most;
    }

    /** As many at a time as there are connections, each as soon as its last one was answered. */
    static Result closed(int port, int connections, double seconds, IntFunction<Shot> shots) {
        return new Load(port, shots, 0, Integer.MAX_VALUE).run(connections, seconds);
    }

    /** So many a second, whatever becomes of those before. */
    static Result open(int port, double rate, double seconds, IntFunction<Shot> shots) {
        return new Load(port, shots, rate, Integer.MAX_VALUE).run(256, seconds);
    }

    /** So many in all, however long it takes. */
    static Result all(int port, int connections, int count, IntFunction<Shot> shots) {
        return new Load(port, shots, 0, count).run(connections, 600);
    }

    /** So many at once, and no more. */
    static Result burst(int port, int count, IntFunction<Shot> shots) {
        return new Load(port, shots, 0, count).run(count, 3);
    }

    private Result run(int connections, double seconds) {
        var lanes = new Lane[connections];
        for (var i = 0; i < connections; i++) {
            lanes[i] = new Lane();
            lanes[i].connect().join();
        }
        LOOP.execute(() -> begin(lanes, seconds));
        var told = result.join();
        Arrays.stream(lanes).forEach(Lane::close);
        return told;
    }

    private void begin(Lane[] lanes, double seconds) {
        begun = System.nanoTime();
        end = begun + (long) (seconds * 1e9);
        for (var lane : lanes) {
            free(lane);
        }
        tick();
    }

    private void tick() {
        var now = System.nanoTime();
        while (rate > 0 && dueAt(asked) <= Math.min(now, end)) {
            waiting.add(new Due(shots.apply(asked), dueAt(asked)));
            asked++;
        }
        while (!waiting.isEmpty() && !idle.isEmpty()) {
            idle.poll().ask(waiting.poll());
        }
        var over = now >= end || asked >= most;
        if (over && good + bad >= asked || now >= end + GRACE) {
            Arrays.sort(nanos, 0, good);
            var unanswered = asked - good - bad;
            result.complete(new Result(good, bad + unanswered, (last - begun) / 1e9, Arrays.copyOf(nanos, good)));
        } else {
            LOOP.schedule(this::tick, 500, TimeUnit.MICROSECONDS);
        }
    }

    private long dueAt(int index) {
        return begun + (long) (index * 1e9 / rate);
    }

    private void free(Lane lane) {
        var now = System.nanoTime();
        if (rate > 0) {
            if (waiting.isEmpty()) {
                idle.add(lane);
            } else {
                lane.ask(waiting.poll());
            }
        } else if (now < end && asked < most) {
            lane.ask(new Due(shots.apply(asked++), now));
        }
    }

    private void told(long since, boolean isGood) {
        last = System.nanoTime();
        if (!isGood) {
            bad++;
            return;
        }
        if (good == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * good);
        }
        nanos[good++] = last - since;
    }

    /** One connection, on which one question at a time is asked. */
    private final class Lane extends SimpleChannelInboundHandler<HttpObject> {

        private final ByteArrayOutputStream body = new ByteArrayOutputStream(2048);
        private Channel channel;
        private Due due;
        private int status;

        CompletableFuture<Void> connect() {
            var connected = new CompletableFuture<Void>();
            new Bootstrap()
                    .group(LOOP)
                    .channel(NioSocketChannel.class)
                    .handler(new ChannelInitializer<>() {
                        @Override
                        protected void initChannel(Channel made) {
                            made.pipeline().addLast(new HttpResponseDecoder(), Lane.this);
                        }
                    })
                    .connect("127.0.0.1", port)
                    .addListener((io.netty.channel.ChannelFuture done) -> {
                        channel = done.channel();
                        connected.complete(null);
                    });
            return connected;
        }

        @Override
        public boolean isSharable() {
            return true;
        }

        void close() {
            channel.close();
        }

        void ask(Due next) {
            due = next;
            body.reset();
            if (channel.isActive()) {
                channel.writeAndFlush(Unpooled.wrappedBuffer(next.shot().request()));
            } else {
                connect().thenRun(() -> channel.writeAndFlush(
                        Unpooled.wrappedBuffer(next.shot().request())));
            }
        }

        @Override
        protected void channelRead0(ChannelHandlerContext context, HttpObject part) throws Exception {
            if (part instanceof HttpResponse head) {
                status = head.status().code();
            }
            if (part instanceof HttpContent content) {
                content.content().readBytes(body, content.content().readableBytes());
            }
            if (part instanceof LastHttpContent) {
                var wanted = due.shot().expected();
                answered(wanted == ANYTHING || status == 200 && holds(body.toByteArray(), wanted));
            }
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            if (due != null) {
                answered(false);
            }
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            context.close();
        }

        private void answered(boolean isGood) {
            var since = due.at();
            due = null;
            told(since, isGood);
            free(this);
        }
    }

    private static boolean holds(byte[] body, byte[] wanted) {
        for (var at = 0; at <= body.length - wanted.length; at++) {
            if (Arrays.equals(body, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}
