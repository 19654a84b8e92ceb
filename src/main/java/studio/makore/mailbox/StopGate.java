package studio.makore.mailbox;

import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets threads be stopped at once by an interrupt, except in the middle of work that must not be
 * interrupted: H2 closes its whole database file when a thread that writes it is.
 */
final class StopGate {
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean stopped;

  /**
   * Does work that a stop waits for.
   *
   * @throws Stopped instead, when the stop came before
   */
  <T> T pass(Supplier<T> work) {
    lock.lock();
    try {
      if (stopped) {
        throw new Stopped();
      }
      return work.get();
    } finally {
      lock.unlock();
    }
  }

  boolean stopped() {
    return stopped;
  }

  /** No work passes from now on; the threads are interrupted wherever else they are. */
  void stop(List<Thread> threads) {
    lock.lock();
    try {
      stopped = true;
      threads.forEach(Thread::interrupt);
    } finally {
      lock.unlock();
    }
  }

  /** Thrown through a thread that is to end. */
  static final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1;
  }
}
