package dev.stepwise.judgement;

import dev.stepwise.Bytes;
import dev.stepwise.inbound.Mail;
import dev.stepwise.mime.MimeReader;
import java.nio.charset.StandardCharsets;

/** Mails as machines write them, read from their source. */
final class MachineMails {
  private MachineMails() {}

  /** A mail from its source. */
  static Mail mail(String source) {
    return MimeReader.read(Bytes.of(source.getBytes(StandardCharsets.UTF_8)));
  }

  /** What a mail system writes to its user, without a report. */
  static Mail notice(String subject, String text) {
    return mail(
        """
        Return-Path: <>
        From: Mail Delivery System <MAILER-DAEMON@mx.example.net>
        To: rep@example.com
        Subject: %s
        Content-Type: text/plain; charset=utf-8

        %s
        """
            .formatted(subject, text));
  }

  /** A delivery status notification (RFC 3464) with these fields of its recipients. */
  static Mail report(String recipients) {
    return mail(
        """
        Return-Path: <>
        From: MAILER-DAEMON@mx.example.net
        To: rep@example.com
        Subject: Delivery Status Notification
        Content-Type: multipart/report; report-type=delivery-status; boundary=b

        --b

        This is the mail system.
        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example.net

        %s
        --b
        Content-Type: message/rfc822

        Message-ID: <0100-1@email.amazonses.com>
        From: rep@example.com
        To: Ada <ada@example.org>
        Subject: Hello

        Do you have ten minutes?
        --b--
        """
            .formatted(recipients.strip()));
  }

  /** A mail that a human wrote. */
  static Mail human(String subject, String text) {
    return mail(
        """
        Return-Path: <ada@example.org>
        From: Ada <ada@example.org>
        To: rep@example.com
        Subject: %s
        In-Reply-To: <0100-1@email.amazonses.com>
        Content-Type: text/plain; charset=utf-8

        %s
        """
            .formatted(subject, text));
  }
}
