package newsletter.devstack.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder with one {@code .eml} file for each mail, which mail programs open. The
 * envelope is on top of it, as mail servers write it there.
 */
public final class MailFiles {

    private static final int KEPT = 1000;

    private final Path folder;

    private final AtomicInteger count = new AtomicInteger();

    /** The folder exists. */
    public MailFiles(Path folder) {
        this.folder = folder;
    }

    /** Writes a file. */
    public void keep(ReceivedMail mail) {
        String top = "Return-Path: <" + mail.envelopeFrom() + ">\r\n"
                + mail.recipients().stream().map((to) -> "Delivered-To: " + to + "\r\n").collect(Collectors.joining());
        byte[] envelope = top.getBytes(StandardCharsets.ISO_8859_1);
        byte[] raw = mail.raw();
        byte[] content = Arrays.copyOf(envelope, envelope.length + raw.length);
        System.arraycopy(raw, 0, content, envelope.length, raw.length);
        String name = "%d-%06d.eml".formatted(mail.receivedAt().toEpochMilli(), count.incrementAndGet());
        try {
            Files.write(folder.resolve(name), content);
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    /** The last thousand, oldest first. Older ones are deleted: this is no archive. */
    public List<ReceivedMail> all() {
        try (Stream<Path> found = Files.list(folder)) {
            List<Path> files = found.filter((file) -> file.toString().endsWith(".eml")).sorted().toList();
            int surplus = Math.max(0, files.size() - KEPT);
            for (Path file : files.subList(0, surplus)) {
                Files.delete(file);
            }
            return files.subList(surplus, files.size()).stream().map(MailFiles::read).toList();
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

    private static ReceivedMail read(Path file) {
        try {
            String name = file.getFileName().toString();
            var at = Instant.ofEpochMilli(Long.parseLong(name.substring(0, name.indexOf('-'))));
            var stored = StoredMail.of(Files.readAllBytes(file));
            return new ReceivedMail(stored.first("Return-Path").orElse(""), stored.all("Delivered-To"), at,
                    stored.mail());
        }
        catch (IOException ex) {
            throw new UncheckedIOException(ex);
        }
    }

}
