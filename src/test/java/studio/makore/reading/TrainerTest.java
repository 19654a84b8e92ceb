package studio.makore.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import opennlp.tools.ml.model.Event;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.ml.model.OnePassRealValueDataIndexer;
import opennlp.tools.util.ObjectStreamUtils;
import opennlp.tools.util.TrainingParameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.makore.language.Language;

class TrainerTest {
  static final String SMALL =
      """
      # a small school
      STATUS_INQUIRY\tany news about the site?
      STATUS_INQUIRY\twhen will the site be ready?
      STATUS_INQUIRY\twhat is happening with our site?
      STATUS_INQUIRY\tis there any news about the logo?
      STATUS_INQUIRY\twhen can we see the site?
      STATUS_INQUIRY\twhere does the project stand?
      STATUS_INQUIRY\tare we still on time with the site?
      STATUS_INQUIRY\twhen do we go live?
      STATUS_INQUIRY\tstill waiting for news, when will it come?
      STATUS_INQUIRY\twhat is happening? we have not heard any news
      STATUS_INQUIRY\tany progress with our project?
      STATUS_INQUIRY\twhen is the next step coming?
      APPROVAL\twe approve the design
      APPROVAL\tapproved, go ahead
      APPROVAL\tthe sketch is approved
      APPROVAL\twe love the design, go ahead and build
      APPROVAL\tthe design is approved from our side
      APPROVAL\tI approve the home page
      APPROVAL\tapproved, you can build it
      APPROVAL\teverything is perfect, approved
      APPROVAL\twe approve, please go ahead
      APPROVAL\tgo ahead with this design
      APPROVAL\tthe board has approved the sketch
      APPROVAL\tapproved as it is
      CHANGE_REQUEST\tplease make the logo bigger
      CHANGE_REQUEST\tmove the menu to the left
      CHANGE_REQUEST\tthe blue is too dark
      CHANGE_REQUEST\tplease change the headline
      CHANGE_REQUEST\tmake the font smaller
      CHANGE_REQUEST\treplace the picture on the home page
      CHANGE_REQUEST\tthe headline should be shorter
      CHANGE_REQUEST\tplease remove the second picture
      CHANGE_REQUEST\tmake the buttons green
      CHANGE_REQUEST\tthe logo should be on the left
      CHANGE_REQUEST\tplease use a bigger font
      CHANGE_REQUEST\tchange the colour of the menu
      -\tgood morning Dana
      -\thope you are well
      -\tbest wishes from all of us
      -\thave a nice weekend
      """;

  @TempDir Path models;

  static void write(Path models, String language, String text) throws IOException {
    Path folder = Files.createDirectories(models.resolve("training").resolve(language));
    Files.writeString(folder.resolve("school.tsv"), text);
  }

  @Test
  void the_same_text_gives_the_same_bytes() throws IOException {
    write(models, "en", SMALL);
    Trainer.train(models);
    Path file = models.resolve("trained/en.model");
    byte[] first = Files.readAllBytes(file);

    Trainer.train(models);

    assertThat(Files.readAllBytes(file)).isEqualTo(first);
  }

  @Test
  void the_report_counts_and_scores_what_was_learnt() throws IOException {
    write(models, "en", SMALL);

    TrainingReport.OfLanguage english = trained();

    assertThat(english.sentences()).isEqualTo(40);
    assertThat(english.examples()).containsEntry(Act.APPROVAL, 12).containsEntry(Act.OTHER, 0);
    assertThat(english.unseen())
        .containsOnlyKeys(Act.STATUS_INQUIRY, Act.APPROVAL, Act.CHANGE_REQUEST);
    assertThat(english.micro().f1()).isBetween(0.5, 1.0);
  }

  @Test
  void a_repeated_sentence_is_named_and_counts_once() throws IOException {
    write(models, "en", SMALL + "APPROVAL\tApproved, go ahead\nOTHER\tany NEWS about the site?\n");

    TrainingReport.OfLanguage english = trained();

    assertThat(english.sentences()).isEqualTo(40);
    assertThat(english.notes()).hasSize(2);
    assertThat(english.notes().getLast()).contains("school.tsv:43", "school.tsv:2", "other acts");
  }

  @Test
  void a_wrong_line_is_named_and_nothing_is_written() throws IOException {
    write(models, "en", SMALL + "APROVAL\tfine\n");
    assertThatThrownBy(() -> Trainer.train(models))
        .isInstanceOf(ModelsException.class)
        .hasMessageContaining("school.tsv:42")
        .hasMessageContaining("\"APROVAL\" is no act")
        .hasMessageContaining("STATUS_INQUIRY");
    assertThat(models.resolve("trained")).doesNotExist();

    write(models, "en", SMALL + "APPROVAL fine\n");
    assertThatThrownBy(() -> Trainer.train(models)).hasMessageContaining("a tab");

    write(models, "en", SMALL + "THANKS+APPROVAL\tfine\n");
    assertThatThrownBy(() -> Trainer.train(models)).hasMessageContaining("stand alone");
  }

  @Test
  void a_folder_without_training_text_is_refused() {
    assertThatThrownBy(() -> Trainer.train(models)).hasMessageContaining("no training text");
  }

  @Test
  void the_trainer_works_behind_opennlps_own_doors() throws Exception {
    List<Event> events =
        TrainingText.read(school(), Language.ENGLISH).sentences().stream()
            .map(one -> Features.of(one.text()).event(one.acts().contains(Act.APPROVAL)))
            .toList();
    OnePassRealValueDataIndexer index = new OnePassRealValueDataIndexer();
    TrainingParameters parameters = TrainingParameters.defaultParams();
    parameters.put(TrainingParameters.CUTOFF_PARAM, 0);
    index.init(parameters, new HashMap<>());
    index.index(ObjectStreamUtils.createObjectStream(events));

    MaxentModel indexed = new LinearTrainer().train(index);

    Features text = Features.of("we approve, go ahead");
    double[] outcomes = indexed.eval(text.contexts(), text.values());
    assertThat(indexed.getBestOutcome(outcomes)).isEqualTo(LinearModel.YES);
    assertThat(outcomes[0] + outcomes[1]).isEqualTo(1);
  }

  private TrainingReport.OfLanguage trained() {
    return Trainer.train(models).languages().values().iterator().next();
  }

  private Path school() throws IOException {
    write(models, "en", SMALL);
    return models.resolve("training");
  }
}
