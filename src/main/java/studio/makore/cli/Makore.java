package studio.makore.cli;

/** The front door of the command line: {@code ./makore COMMAND}. */
public final class Makore {
  private Makore() {}

  public static void main(String[] args) {
    System.out.println("makore");
  }
}
