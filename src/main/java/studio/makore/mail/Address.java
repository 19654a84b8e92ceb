package studio.makore.mail;

import java.util.Locale;

/**
 * A mailbox of RFC 5322: the address as {@code local@domain}, lower case and without invisible
 * marks, and the display name, decoded, {@code ""} when there is none. Where only a name is known
 * (the author of a chat message), the address is {@code ""}.
 */
public record Address(String name, String address) {
  public Address {
    address = Invisible.strip(address).strip().toLowerCase(Locale.ROOT);
  }

  public static Address of(String address) {
    return new Address("", address);
  }

  /** Name and address as a person would write them. */
  @Override
  public String toString() {
    return name.isEmpty() ? address : name + " <" + address + ">";
  }
}
