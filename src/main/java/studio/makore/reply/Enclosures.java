package studio.makore.reply;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import studio.makore.mail.Address;
import studio.makore.mail.Enclosure;

/**
 * What goes along with a draft, made of its facts alone: the invitation to a call, the page "How we
 * work together". The same facts always give the same call and the same page.
 */
final class Enclosures {
  private final Templates templates;
  private final Address studio;
  private final ZoneId zone;

  Enclosures(Templates templates, Address studio, ZoneId zone) {
    this.templates = templates;
    this.studio = studio;
    this.zone = zone;
  }

  List<Enclosure> of(Draft draft) {
    return switch (draft.template()) {
      case KICKOFF_CALL, CALL_SET -> invitation(draft).stream().toList();
      case WORKING_TOGETHER, WORKING_TOGETHER_DATED -> page(draft).stream().toList();
      default -> List.of();
    };
  }

  private Optional<Enclosure> invitation(Draft draft) {
    return Optional.ofNullable(draft.facts().get(Fact.CALL_START))
        .map(start ->
            new Invitation(
                    draft.projectId(),
                    draft.createdAt(),
                    LocalDateTime.parse(start).atZone(zone),
                    Duration.ofMinutes(Long.parseLong(draft.facts().get(Fact.CALL_MINUTES))),
                    draft.facts().getOrDefault("project", draft.subject()),
                    studio,
                    Address.of(draft.to()))
                .enclosure());
  }

  private Optional<Enclosure> page(Draft draft) {
    return Optional.ofNullable(draft.facts().get(Fact.PAGE_HTML))
        .map(html ->
            new Enclosure(
                templates.words(draft.language()).pageFile(),
                "application/pdf",
                PdfPage.of(
                    draft.facts().getOrDefault("project", draft.subject()),
                    html,
                    draft.language())));
  }
}
