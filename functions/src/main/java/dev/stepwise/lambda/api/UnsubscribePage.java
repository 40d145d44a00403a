package dev.stepwise.lambda.api;

import dev.stepwise.StepwiseException;
import dev.stepwise.lambda.http.Reply;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** What people see behind the link: plain, without scripts or anything from elsewhere, no names. */
enum UnsubscribePage {
  ASKING(
      200,
      "Unsubscribe",
      """
      <p>Press the button, and you will not receive further mail from us.</p>
      <form method="post"><button name="from" value="page">Unsubscribe</button></form>
      """),
  DONE(
      200,
      "You are unsubscribed",
      """
      <p>You will not receive further mail from us. A mail that is on its way may still arrive.</p>
      """),
  UNKNOWN(
      404,
      "This link does not work",
      """
      <p>It may be incomplete or too old. Answer the mail instead and say that you want no more.</p>
      """);

  /** What the button posts. */
  static final String BUTTON = "from=page";

  private static final String STYLE =
      """
      body{font:1.125rem/1.5 sans-serif;color:#222;background:#fff;max-width:34rem;\
      margin:3rem auto;padding:0 1rem}
      button{font:inherit;padding:.75rem 1.5rem;color:#fff;background:#1a4f8b;\
      border:1px solid #1a4f8b;border-radius:.25rem}
      button:focus-visible{outline:3px solid #e08a00;outline-offset:2px}
      """;

  private static final String POLICY =
      "default-src 'none'; style-src 'sha256-"
          + digest(STYLE)
          + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  private final int status;
  private final String title;
  private final String content;

  UnsubscribePage(int status, String title, String content) {
    this.status = status;
    this.title = title;
    this.content = content;
  }

  /** The page, to be kept by nobody and named to nobody. */
  Reply reply() {
    return Reply.html(status, html())
        .with("cache-control", "no-store")
        .with("content-security-policy", POLICY)
        .with("referrer-policy", "no-referrer")
        .with("x-content-type-options", "nosniff")
        .with("x-robots-tag", "noindex, nofollow");
  }

  private String html() {
    return """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <style>%s</style>
    </head>
    <body>
    <main>
    <h1>%s</h1>
    %s</main>
    </body>
    </html>
    """
        .formatted(title, STYLE, title, content);
  }

  private static String digest(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new StepwiseException("SHA-256 is missing from this Java", e);
    }
  }
}
