package dev.stepwise.simulation;

import dev.stepwise.inbound.MailStore;
import java.time.temporal.ChronoUnit;

/** What the engine of a maze stands on. */
final class MazeGround {
  private MazeGround() {}

  static Engine.Ground of(Maze maze, MazeTimers timers) {
    MazeSes ses = new MazeSes(maze, maze.functions());
    MazeCalls calls = new MazeCalls(maze);
    return new Engine.Ground(
        calls,
        maze.planted(),
        timers,
        ses,
        ses,
        calls.port(MailStore.class, maze.replies),
        maze.functions()::readAgain,
        () -> maze.now().truncatedTo(ChronoUnit.MILLIS),
        () -> maze.chance().dice().nextLong());
  }
}
