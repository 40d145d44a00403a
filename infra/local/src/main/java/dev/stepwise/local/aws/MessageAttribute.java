package dev.stepwise.local.aws;

/** A message attribute of a message in a queue; a binary value is in Base64. */
public record MessageAttribute(String dataType, String value) {

  public boolean binary() {
    return dataType.startsWith("Binary");
  }
}
