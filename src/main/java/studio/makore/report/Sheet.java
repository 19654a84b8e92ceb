package studio.makore.report;

import java.util.List;

/**
 * The report in words, before any layout. A value from outside stands between isolates ({@link
 * Apart}); where there is nothing to say the text is empty.
 *
 * @param calm whether silence made nobody ask
 */
record Sheet(
    String studio,
    String title,
    String headline,
    boolean calm,
    List<String> facts,
    String chartTitle,
    List<Bar> bars,
    List<Part> parts,
    String closing) {

  private static final int LONGEST_PERCENT = 85;

  /**
   * One week of the chart.
   *
   * @param percent of the longest bar
   * @param reported whether it is the week that the report is about
   */
  record Bar(String label, int count, int percent, String note, boolean reported) {
    boolean drawn() {
      return count > 0;
    }

    /** Percent of the chart, in which the figure still finds its place behind the longest bar. */
    int width() {
      return Math.max(1, percent * LONGEST_PERCENT / 100);
    }
  }

  record Part(String title, List<Topic> topics) {}

  /** A project. */
  record Topic(String name, List<Entry> entries) {}

  /**
   * @param quote the client's own words
   * @param quoteRightToLeft which way they run, whatever way the report does
   */
  record Entry(String quote, boolean quoteRightToLeft, List<Row> rows) {}

  /**
   * @param urgent whether someone is still waiting
   */
  record Row(String label, String value, boolean urgent) {}
}
