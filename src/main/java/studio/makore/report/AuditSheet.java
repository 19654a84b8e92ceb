package studio.makore.report;

import java.util.List;

/**
 * An audit in words and measures, before any layout. A value from outside stands between isolates
 * ({@link Apart}); where there is nothing to say the text is empty and the list as well.
 *
 * @param calm whether silence made nobody ask
 * @param asked whether anybody asked at all
 */
record AuditSheet(
    String studio,
    String title,
    String period,
    String headline,
    String silence,
    boolean calm,
    boolean asked,
    String read,
    List<Tile> tiles,
    String monthsTitle,
    List<Column> columns,
    String legendSilence,
    String legendOther,
    List<UpdateItem> updates,
    List<Chart> charts,
    List<BrokenItem> broken,
    String askedTitle,
    String more,
    List<Entry> entries,
    List<WaitedItem> waited,
    String unknownTitle,
    List<String> unknown,
    String methodTitle,
    List<String> method) {

  record Tile(String value, String label) {}

  /**
   * A month. Lengths across are in percent of the chart, lengths down in pixels.
   *
   * @param shown whether it has a figure
   * @param named whether there is room for its name
   */
  record Column(
      String label,
      int total,
      String x,
      String middle,
      String width,
      int otherY,
      int otherHeight,
      int missY,
      int missHeight,
      int numberY,
      boolean shown,
      boolean named) {}

  record Chart(String title, List<Bar> bars) {}

  /**
   * @param kind {@code miss} or {@code other}
   */
  record Bar(String label, String count, String x, String width, String kind) {}

  /** One of a list, which knows whether it opens or closes it. */
  record UpdateItem(
      String title,
      boolean first,
      boolean last,
      String name,
      String spares,
      String template,
      String exampleTitle,
      List<String> examples) {}

  record BrokenItem(
      String title,
      boolean first,
      String name,
      String quote,
      String quoteDir,
      String said,
      String outcome) {}

  record WaitedItem(String title, boolean first, boolean last, String name, String when) {}

  record Entry(String name, String quote, String quoteDir, List<Sheet.Row> rows) {}
}
