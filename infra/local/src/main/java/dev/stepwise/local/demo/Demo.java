package dev.stepwise.local.demo;

import java.net.URI;
import java.nio.file.Path;

public final class Demo {
  public Demo(URI api, String token, Path examples) {}
  public void run() {}
}
