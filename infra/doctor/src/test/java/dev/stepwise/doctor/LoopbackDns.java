package dev.stepwise.doctor;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A name server of a few records (RFC 1035), by UDP on loopback. */
final class LoopbackDns implements AutoCloseable {
  private static final int HEADER = 12;
  private static final Map<Integer, String> TYPES = Map.of(5, "CNAME", 15, "MX", 16, "TXT");

  private final DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
  private final Map<String, List<String>> records = new HashMap<>();

  LoopbackDns() throws IOException {
    Thread.ofVirtual().start(this::serve);
  }

  String url() {
    return "dns://127.0.0.1:" + socket.getLocalPort();
  }

  /** Sets the records of a name such as {@code "MX reply.example.com"}; none takes them away. */
  void set(String typeAndName, String... values) {
    synchronized (records) {
      records.put(typeAndName, List.of(values));
    }
  }

  @Override
  public void close() {
    socket.close();
  }

  private void serve() {
    byte[] buffer = new byte[512];
    while (!socket.isClosed()) {
      try {
        DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
        socket.receive(packet);
        byte[] answer = answer(Arrays.copyOf(packet.getData(), packet.getLength()));
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private byte[] answer(byte[] query) throws IOException {
    StringBuilder name = new StringBuilder();
    int at = HEADER;
    for (; query[at] != 0; at += query[at] + 1) {
      name.append(name.isEmpty() ? "" : ".")
          .append(new String(query, at + 1, query[at], StandardCharsets.US_ASCII));
    }
    int type = ByteBuffer.wrap(query, at + 1, 2).getShort();
    int end = at + 5;
    List<String> values = values(type, name.toString().toLowerCase(Locale.ROOT));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.write(query, 0, 2);
    out.writeShort(values.isEmpty() ? 0x8183 : 0x8180);
    out.writeShort(1);
    out.writeShort(values.size());
    out.writeInt(0);
    out.write(query, HEADER, end - HEADER);
    for (String value : values) {
      byte[] data = data(type, value);
      out.writeShort(0xC00C);
      out.writeShort(type);
      out.writeShort(1);
      out.writeInt(60);
      out.writeShort(data.length);
      out.write(data);
    }
    return bytes.toByteArray();
  }

  private List<String> values(int type, String name) {
    synchronized (records) {
      return records.getOrDefault(TYPES.getOrDefault(type, "?") + " " + name, List.of());
    }
  }

  private static byte[] data(int type, String value) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    switch (TYPES.getOrDefault(type, "?")) {
      case "TXT" -> label(out, value);
      case "MX" -> {
        out.writeShort(10);
        host(out, value);
      }
      default -> host(out, value);
    }
    return bytes.toByteArray();
  }

  private static void host(DataOutputStream out, String host) throws IOException {
    for (String label : host.split("\\.", -1)) {
      label(out, label);
    }
    out.writeByte(0);
  }

  private static void label(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    out.writeByte(bytes.length);
    out.write(bytes);
  }
}
