package dev.stepwise.usecase;

/** What machines write: the mail's own content, ready for {@link Post#content}. */
final class Machines {
  private Machines() {}

  /** A report about delivery (RFC 3464) of a mail of ours to that address. */
  static String report(String action, String status, String address, String messageId) {
    return """
    Content-Type: multipart/report; report-type=delivery-status; boundary="b"

    --b
    Content-Type: text/plain; charset=us-ascii

    This is the mail system at host mx.prospect.example.

    --b
    Content-Type: message/delivery-status

    Reporting-MTA: dns; mx.prospect.example

    Final-Recipient: rfc822; %s
    Action: %s
    Status: %s
    Diagnostic-Code: smtp; 550 %s no such user

    --b
    Content-Type: message/rfc822

    Message-ID: <%s@email.amazonses.com>
    From: Rita Rep <rita@example.com>
    To: %s
    Subject: Hello Ada

    Dear Ada, hello.

    --b--
    """
        .formatted(address, action, status, status, messageId, address);
  }

  /** A complaint (RFC 5965) about a mail of ours to that address. */
  static String complaint(String address, String messageId) {
    return """
    Content-Type: multipart/report; report-type=feedback-report; boundary="b"

    --b
    Content-Type: text/plain; charset=us-ascii

    This is an abuse report for a mail that our user got.

    --b
    Content-Type: message/feedback-report

    Feedback-Type: abuse
    User-Agent: Feedback/1.0
    Version: 1
    Original-Rcpt-To: %s

    --b
    Content-Type: message/rfc822

    Message-ID: <%s@email.amazonses.com>
    From: Rita Rep <rita@example.com>
    To: %s
    Subject: Hello Ada

    Dear Ada, hello.

    --b--
    """
        .formatted(address, messageId, address);
  }

  /** A read receipt (RFC 8098). */
  static String readReceipt() {
    return """
    Content-Type: multipart/report; report-type=disposition-notification; boundary="b"

    --b
    Content-Type: text/plain; charset=us-ascii

    Your mail was displayed.

    --b
    Content-Type: message/disposition-notification

    Final-Recipient: rfc822; ada@prospect.example
    Disposition: manual-action/MDN-sent-manually; displayed

    --b--
    """;
  }

  /** Ada's answer to Rita's invitation, or her own (RFC 6047). */
  static String calendar(String method, String participation) {
    String organizer = method.equals("REQUEST") ? "ada@prospect.example" : "rita@example.com";
    return """
    Content-Type: text/calendar; charset=utf-8; method=%s

    BEGIN:VCALENDAR
    PRODID:-//Example//Mail//EN
    VERSION:2.0
    METHOD:%s
    BEGIN:VEVENT
    UID:call-1@example.com
    DTSTAMP:20261104T093000Z
    DTSTART:20261126T100000Z
    DTEND:20261126T103000Z
    ORGANIZER:mailto:%s
    ATTENDEE;PARTSTAT=%s:mailto:ada@prospect.example
    SUMMARY:A call
    END:VEVENT
    END:VCALENDAR
    """
        .formatted(method, method, organizer, participation);
  }
}
