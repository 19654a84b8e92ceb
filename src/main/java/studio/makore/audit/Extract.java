package studio.makore.audit;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import studio.makore.language.Language;
import studio.makore.mail.Address;
import studio.makore.mail.Kind;
import studio.makore.reading.Act;

/**
 * What the audit keeps of one mail, some hundred bytes.
 *
 * @param key its place in the mailbox and its checksum
 * @param id its Message-ID, hashed; 0 without one
 * @param parents the mails it answers, hashed, the nearest first
 * @param at seconds of the epoch; 0 when it names no time
 * @param offset of the writer's clock, in minutes
 * @param to recipients and copies, addresses only
 * @param subject without prefixes
 * @param ours whether it was read as the studio's own mail, else as a client's
 * @param acts what it does, read as a client's mail
 * @param inquiry the words that ask where things stand, {@code ""} when none do
 * @param length of the new text, in words
 * @param returned of a bounce, the Message-ID that came back, hashed; 0 when unknown
 * @param lost of a bounce, the address that was not reached
 */
record Extract(
    long key,
    long id,
    List<Long> parents,
    long at,
    int offset,
    Kind kind,
    Filed filed,
    Address from,
    List<String> to,
    String subject,
    boolean ours,
    Language language,
    Set<Act> acts,
    String inquiry,
    int length,
    boolean files,
    StudioWords studio,
    long returned,
    String lost) {

  Instant sent() {
    return Instant.ofEpochSecond(at);
  }

  boolean does(Act act) {
    return acts.contains(act);
  }

  boolean does(Gesture gesture) {
    return studio.gestures().contains(gesture);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(key);
    out.writeLong(id);
    out.writeByte(parents.size());
    for (long parent : parents) {
      out.writeLong(parent);
    }
    out.writeLong(at);
    out.writeShort(offset);
    out.writeByte(kind.ordinal());
    out.writeByte(filed.ordinal());
    out.writeUTF(from.name());
    out.writeUTF(from.address());
    out.writeByte(to.size());
    for (String address : to) {
      out.writeUTF(address);
    }
    out.writeUTF(subject);
    out.writeBoolean(ours);
    out.writeUTF(language.tag());
    out.writeInt(bits(acts));
    out.writeUTF(inquiry);
    out.writeInt(length);
    out.writeBoolean(files);
    out.writeInt(bits(studio.gestures()));
    out.writeByte(studio.promises().size());
    for (SaidDay said : studio.promises()) {
      out.writeLong(said.day().toEpochDay());
      out.writeUTF(said.words());
    }
    out.writeUTF(studio.stage());
    out.writeLong(returned);
    out.writeUTF(lost);
  }

  /**
   * @param shared gives one text for each of its equals
   */
  static Extract read(DataInput in, UnaryOperator<String> shared) throws IOException {
    long key = in.readLong();
    long id = in.readLong();
    var parents = new ArrayList<Long>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      parents.add(in.readLong());
    }
    long at = in.readLong();
    int offset = in.readShort();
    Kind kind = Kind.values()[in.readUnsignedByte()];
    Filed filed = Filed.values()[in.readUnsignedByte()];
    var from = new Address(shared.apply(in.readUTF()), shared.apply(in.readUTF()));
    var to = new ArrayList<String>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      to.add(shared.apply(in.readUTF()));
    }
    String subject = shared.apply(in.readUTF());
    boolean ours = in.readBoolean();
    var language = new Language(shared.apply(in.readUTF()));
    Set<Act> acts = set(Act.class, in.readInt());
    String inquiry = in.readUTF();
    int length = in.readInt();
    boolean files = in.readBoolean();
    Set<Gesture> gestures = set(Gesture.class, in.readInt());
    var promises = new ArrayList<SaidDay>();
    for (int left = in.readUnsignedByte(); left > 0; left--) {
      promises.add(new SaidDay(LocalDate.ofEpochDay(in.readLong()), in.readUTF()));
    }
    return new Extract(
        key,
        id,
        List.copyOf(parents),
        at,
        offset,
        kind,
        filed,
        from,
        List.copyOf(to),
        subject,
        ours,
        language,
        acts,
        inquiry,
        length,
        files,
        new StudioWords(gestures, List.copyOf(promises), shared.apply(in.readUTF())),
        in.readLong(),
        shared.apply(in.readUTF()));
  }

  private static <E extends Enum<E>> int bits(Set<E> set) {
    return set.stream().mapToInt(one -> 1 << one.ordinal()).sum();
  }

  private static <E extends Enum<E>> Set<E> set(Class<E> family, int bits) {
    var set = EnumSet.noneOf(family);
    for (E one : family.getEnumConstants()) {
      if ((bits & 1 << one.ordinal()) != 0) {
        set.add(one);
      }
    }
    return set;
  }
}
