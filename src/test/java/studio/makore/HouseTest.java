package studio.makore;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;

/** The rooms and the arrows between them, as the README draws them. */
@AnalyzeClasses(packages = "studio.makore", importOptions = DoNotIncludeTests.class)
class HouseTest {
  @ArchTest
  static final ArchRule arrows_go_down_only =
      layeredArchitecture()
          .consideringOnlyDependenciesInAnyPackage("studio.makore..")
          .withOptionalLayers(true)
          .layer("mail")
          .definedBy("..makore.mail..")
          .layer("calendar")
          .definedBy("..makore.calendar..")
          .layer("language")
          .definedBy("..makore.language..")
          .layer("reading")
          .definedBy("..makore.reading..")
          .layer("project")
          .definedBy("..makore.project..")
          .layer("silence")
          .definedBy("..makore.silence..")
          .layer("reply")
          .definedBy("..makore.reply..")
          .layer("desk")
          .definedBy("..makore.desk..")
          .layer("mailbox")
          .definedBy("..makore.mailbox..")
          .layer("audit")
          .definedBy("..makore.audit..")
          .layer("report")
          .definedBy("..makore.report..")
          .layer("cli")
          .definedBy("..makore.cli..")
          .whereLayer("mail")
          .mayNotAccessAnyLayer()
          .whereLayer("calendar")
          .mayNotAccessAnyLayer()
          .whereLayer("language")
          .mayOnlyAccessLayers("calendar")
          .whereLayer("reading")
          .mayOnlyAccessLayers("language", "calendar")
          .whereLayer("project")
          .mayOnlyAccessLayers("calendar", "language")
          .whereLayer("silence")
          .mayOnlyAccessLayers("project", "calendar", "language")
          .whereLayer("reply")
          .mayOnlyAccessLayers("project", "language", "mail", "calendar")
          .whereLayer("desk")
          .mayOnlyAccessLayers(
              "mail", "calendar", "language", "reading", "project", "silence", "reply")
          .whereLayer("mailbox")
          .mayOnlyAccessLayers("mail")
          .whereLayer("audit")
          .mayOnlyAccessLayers("mail", "reading", "silence", "project", "language", "calendar")
          .whereLayer("report")
          .mayOnlyAccessLayers(
              "audit", "silence", "project", "mail", "reading", "language", "calendar")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule there_are_no_circles =
      SlicesRuleDefinition.slices().matching("studio.makore.(*)..").should().beFreeOfCycles();
}
