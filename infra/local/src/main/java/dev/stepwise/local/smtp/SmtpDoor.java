package dev.stepwise.local.smtp;

import dev.stepwise.local.bytes.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** SMTP on the loopback address, so that any mail program can play the prospect. */
public final class SmtpDoor implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(SmtpDoor.class.getName());
  private static final int MOST_BYTES = 40 * 1024 * 1024;

  private final SMTPServer server;

  /** Opens the door on a port; 0 is any free one. */
  public SmtpDoor(int port, Inbound inbound) {
    server =
        SMTPServer.port(port)
            .bindAddress(InetAddress.ofLiteral("127.0.0.1"))
            .hostName("localhost")
            .softwareName("Stepwise local")
            .maxMessageSize(MOST_BYTES)
            .connectionTimeout(1, TimeUnit.MINUTES)
            .messageHandlerFactory(_ -> new Conversation(inbound))
            .build();
    server.start();
  }

  public int port() {
    return server.getPortAllocated();
  }

  @Override
  public void close() {
    server.stop();
  }

  /** One mail on its way in. */
  private static final class Conversation implements MessageHandler {
    private final Inbound inbound;
    private final List<String> to = new ArrayList<>();
    private String from = "";

    Conversation(Inbound inbound) {
      this.inbound = inbound;
    }

    @Override
    public void from(@Nullable String sender) {
      from = sender == null ? "" : sender;
    }

    @Override
    public void recipient(String recipient) throws RejectException {
      if (!inbound.takes(recipient)) {
        throw new RejectException(550, "5.1.1 no mail for " + recipient + " here");
      }
      to.add(recipient);
    }

    @Override
    public @Nullable String data(InputStream data) throws RejectException, IOException {
      var raw = Bytes.of(data.readAllBytes());
      try {
        return inbound.store(new ReceivedMail(from, List.copyOf(to), raw, Verdicts.PASS));
      } catch (RuntimeException e) {
        LOG.log(Level.ERROR, "a mail could not be stored", e);
        throw new RejectException(451, "4.3.0 cannot store the mail now");
      }
    }

    @Override
    public void done() {}
  }
}
