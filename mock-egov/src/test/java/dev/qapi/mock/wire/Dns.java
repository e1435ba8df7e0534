package dev.qapi.mock.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One answer of a name server, as bytes. */
public record Dns(byte[] bytes) {

    public static final int A = 1;
    public static final int AAAA = 28;

    public static Dns ask(NameServer server, String name, int type) throws IOException {
        var query = new ByteArrayOutputStream();
        query.writeBytes(new byte[] {7, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0});
        for (var label : name.split("\\.")) {
            query.write(label.length());
            query.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        query.writeBytes(new byte[] {0, 0, (byte) type, 0, 1});
        try (var socket = new DatagramSocket()) {
            socket.setSoTimeout(300);
            socket.send(new DatagramPacket(query.toByteArray(), query.size(), server.address()));
            var answer = new DatagramPacket(new byte[512], 512);
            socket.receive(answer);
            return new Dns(Arrays.copyOf(answer.getData(), answer.getLength()));
        }
    }

    static void send(NameServer server, byte[] bytes) throws IOException {
        try (var socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(bytes, bytes.length, server.address()));
        }
    }

    public int code() {
        return bytes[3] & 0xf;
    }

    public int answers() {
        return bytes[7];
    }

    byte[] end(int length) {
        return Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
    }
}
