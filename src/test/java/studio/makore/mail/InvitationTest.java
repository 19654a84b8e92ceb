package studio.makore.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class InvitationTest {
  private static Mail calendar(String method, String event) {
    return new MailParser()
        .parse(
            RawMail.of(
                "From: dana@galit.example\nSubject: x\nMIME-Version: 1.0\n"
                    + "Content-Type: text/calendar; charset=utf-8; method="
                    + method
                    + "\n\nBEGIN:VCALENDAR\nMETHOD:"
                    + method
                    + "\nBEGIN:VTIMEZONE\nTZID:Own\nBEGIN:STANDARD\nDTSTART:16010101T000000\n"
                    + "TZOFFSETTO:+0200\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\n"
                    + event
                    + "\nBEGIN:VALARM\nDTSTART:20000101T000000\nSUMMARY:alarm\nEND:VALARM\n"
                    + "END:VEVENT\nEND:VCALENDAR\n"));
  }

  @Test
  void an_invitation_says_what_when_and_where() {
    Mail mail =
        calendar(
            "REQUEST",
            """
            UID:1@galit.example
            SUMMARY:פגישה על הסקיצה\\, סבב ב׳
            LOCATION:רחוב הגפ
             ן 3
            ORGANIZER;CN="Levi; Dana":mailto:Dana@galit.example
            DTSTART;TZID=Israel Standard Time:20260916T101200
            DTEND;TZID=Asia/Jerusalem:20260916T110000\
            """);

    assertThat(mail.kind()).isEqualTo(Kind.CALENDAR);
    assertThat(mail.invitation())
        .hasValueSatisfying(invitation -> {
          assertThat(invitation.method()).isEqualTo("request");
          assertThat(invitation.summary()).isEqualTo("פגישה על הסקיצה, סבב ב׳");
          assertThat(invitation.location()).isEqualTo("רחוב הגפן 3");
          assertThat(invitation.organizer())
              .contains(new Address("Levi; Dana", "dana@galit.example"));
          assertThat(invitation.start())
              .contains(OffsetDateTime.parse("2026-09-16T10:12:00+03:00"));
          assertThat(invitation.end()).contains(OffsetDateTime.parse("2026-09-16T11:00:00+03:00"));
          assertThat(invitation.answer()).isEmpty();
        });
  }

  @Test
  void an_answer_says_who_comes() {
    Mail mail =
        calendar(
            "REPLY",
            """
            UID:1@galit.example
            DTSTART:20260916T071200Z
            ATTENDEE;PARTSTAT=DECLINED;CN=Dana:mailto:dana@galit.example\
            """);

    assertThat(mail.invitation())
        .hasValueSatisfying(invitation -> {
          assertThat(invitation.answer()).isEqualTo("declined");
          assertThat(invitation.attendee()).contains(new Address("Dana", "dana@galit.example"));
          assertThat(invitation.start()).contains(OffsetDateTime.parse("2026-09-16T07:12:00Z"));
        });
  }

  @Test
  void a_whole_day_and_a_zone_of_the_calendars_own() {
    Invitation day = calendar("REQUEST", "DTSTART;VALUE=DATE:20260916").invitation().orElseThrow();
    Invitation own =
        calendar("REQUEST", "DTSTART;TZID=Own:20260916T101200").invitation().orElseThrow();

    assertThat(day.allDay()).isTrue();
    assertThat(day.start()).contains(OffsetDateTime.parse("2026-09-16T00:00:00Z"));
    assertThat(own.start()).contains(OffsetDateTime.parse("2026-09-16T10:12:00+02:00"));
  }

  @Test
  void a_broken_event_is_no_error() {
    Invitation broken =
        calendar("REQUEST", "DTSTART:20269999T999999\nDTEND;:x\n:\nUID").invitation().orElseThrow();

    assertThat(broken.start()).isEmpty();
    assertThat(broken.uid()).isEmpty();
  }
}
