package studio.makore.desk;

import studio.makore.mail.Address;
import studio.makore.project.Contact;
import studio.makore.project.Owner;

/** Who a mail comes from, as far as Makore knows. */
sealed interface Sender {
  /** A person of the studio. */
  record Ours(Owner owner) implements Sender {}

  /** A person at a client. */
  record Theirs(Contact contact) implements Sender {}

  /** Nobody Makore knows. */
  record Unknown(Address address) implements Sender {}
}
