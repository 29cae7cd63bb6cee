package dev.ramah.knowledge;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ramah.platform.Command;
import dev.ramah.platform.Problem;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Imports articles into a desk that runs, from a terminal: {@code java -jar quarkus-run.jar import help/ faq.csv https://…}.
 * Tells how far it is, at the end what was left out and why, and waits until the bot has read what came in.
 */
public final class ImportCommand implements Command {

    static final int ALL_TAKEN = 0;
    static final int SOME_LEFT_OUT = 1;
    static final int NOT_DONE = 2;

    private static final String HOW =
            """
            import [--to ADDRESS] [--language en] [--no-wait] FILE|FOLDER|PAGE ...

            Takes Markdown, HTML, CSV, lines of JSON, folders and zips of these, and addresses of pages
            (https://…, from the hosts that an administrator listed). An article of the same id and
            language is replaced, so an import may be repeated.

              --to         the desk, http://localhost:8080 unless told otherwise
              --language   of files that don't say theirs; en unless told otherwise
              --no-wait    end when all is stored, and don't wait until the bot has read it

            Signs in with RAMAH_EMAIL and RAMAH_PASSWORD, or with RAMAH_TOKEN, from the environment; a
            manager's. Ends with 0 if all was taken, 1 if some was left out, 2 if it was not done.""";

    // While the bot reads, the number falls every second or so; one that doesn't move for so long won't.
    private static final int STUCK_LOOKS = 300;

    // How many are left is said again when a fifth of them has been read.
    private static final double TOLD_AGAIN = 0.8;

    private final Map<String, String> environment;

    /** Of the terminal. */
    public ImportCommand() {
        this(System.getenv());
    }

    ImportCommand(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public String name() {
        return "import";
    }

    /** What the arguments ask for. */
    private record Wish(String desk, @Nullable String language, boolean waits, List<String> sources) {

        static Wish of(List<String> arguments) {
            String desk = "http://localhost:8080";
            String language = null;
            boolean waits = true;
            List<String> sources = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                String each = arguments.get(i);
                switch (each) {
                    case "--to", "--language" -> {
                        if (++i == arguments.size()) {
                            throw Problem.invalid(each + " says nothing.");
                        }
                        if (each.equals("--to")) {
                            desk = arguments.get(i);
                        } else {
                            language = Draft.language(arguments.get(i));
                        }
                    }
                    case "--no-wait" -> waits = false;
                    default -> {
                        if (each.startsWith("--")) {
                            throw Problem.invalid("There is no " + each + ".");
                        }
                        sources.add(each);
                    }
                }
            }
            if (!desk.matches("(?i)https?://[^/\\s]+/*")) {
                throw Problem.invalid("--to is an address like https://support.example.com.");
            }
            if (sources.isEmpty()) {
                throw Problem.invalid("Nothing is named that could be imported.");
            }
            return new Wish(desk, language, waits, sources);
        }
    }

    @Override
    public int run(List<String> arguments, PrintStream out) {
        if (arguments.isEmpty() || arguments.contains("--help")) {
            out.println(HOW);
            return arguments.isEmpty() ? NOT_DONE : ALL_TAKEN;
        }
        try {
            Wish wish = Wish.of(arguments);
            ImportParts parts = new ImportParts();
            for (String each : wish.sources()) {
                parts.add(each);
            }
            return new Run(signedIn(wish), parts, out).all(wish.waits());
        } catch (Problem refused) {
            out.println("Not imported: " + refused.detail());
        } catch (IOException | UncheckedIOException lost) {
            out.println("Not imported: " + told(lost));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return NOT_DONE;
    }

    private RemoteArticles signedIn(Wish wish) throws IOException, InterruptedException {
        String token = environment.getOrDefault("RAMAH_TOKEN", "");
        String email = environment.getOrDefault("RAMAH_EMAIL", "");
        if (token.isEmpty() && email.isEmpty()) {
            throw Problem.invalid("RAMAH_EMAIL and RAMAH_PASSWORD, or RAMAH_TOKEN, say who imports.");
        }
        return token.isEmpty()
                ? RemoteArticles.signedIn(
                        email, environment.getOrDefault("RAMAH_PASSWORD", ""), wish.desk(), wish.language())
                : RemoteArticles.with(token, wish.desk(), wish.language());
    }

    private static String told(Exception fault) {
        String message = fault.getMessage();
        return message == null || message.isBlank() ? "the desk can't be reached." : message;
    }

    /** One import, and what came of it so far. */
    private static final class Run {

        private final RemoteArticles desk;
        private final ImportParts parts;
        private final PrintStream out;
        private final List<String> leftOut = new ArrayList<>();
        private int imported;
        private int updated;
        private long sent;
        private long lastTenth = -1;

        Run(RemoteArticles desk, ImportParts parts, PrintStream out) {
            this.desk = desk;
            this.parts = parts;
            this.out = out;
        }

        int all(boolean waits) throws IOException, InterruptedException {
            out.printf("%s to import%s.%n", number(parts.files(), "file or page", "files and pages"), others());
            try {
                parts.each(this::send);
                if (waits) {
                    untilRead();
                }
            } catch (Interrupted stopped) {
                throw new InterruptedException();
            } finally {
                report();
            }
            return leftOut.isEmpty() ? ALL_TAKEN : SOME_LEFT_OUT;
        }

        private String others() {
            return parts.others() == 0
                    ? ""
                    : "; " + number(parts.others(), "other file in the folders is", "other files in the folders are")
                            + " not looked at";
        }

        /** A stop while a part is under way, through a consumer that knows of none. */
        private static final class Interrupted extends RuntimeException {

            private static final long serialVersionUID = 1L;
        }

        private void send(ImportParts.Part part) {
            try {
                JsonNode answer = desk.send(part);
                imported += answer.path("imported").asInt();
                updated += answer.path("updated").asInt();
                answer.path("rejected").forEach(each -> leftOut.add(where(part, each)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new Interrupted();
            }
            sent += part.size();
            progress();
        }

        private static String where(ImportParts.Part part, JsonNode rejected) {
            String file =
                    rejected.path("file").isTextual() ? rejected.path("file").asText() : part.name();
            String line = part.type().equals(ImportParts.PAGES)
                    ? ""
                    : ":" + (rejected.path("line").asInt() + part.before());
            return file + line + ": " + rejected.path("reason").asText();
        }

        /** A line for each tenth: as good in a file as on a screen. */
        private void progress() {
            long percent = parts.size() == 0 ? 100 : Math.min(100, 100 * sent / parts.size());
            if (percent / 10 > lastTenth) {
                lastTenth = percent / 10;
                out.printf(
                        Locale.ROOT,
                        "%3d%%  %,d new, %,d updated, %,d left out%n",
                        percent,
                        imported,
                        updated,
                        leftOut.size());
            }
        }

        /** Its words are found at once; what articles mean takes about 10 ms a text. */
        private void untilRead() throws IOException, InterruptedException {
            int least = Integer.MAX_VALUE;
            double told = Integer.MAX_VALUE;
            int looks = 0;
            for (int waiting = desk.waiting(); waiting > 0; waiting = desk.waiting()) {
                looks = waiting < least ? 0 : looks + 1;
                if (looks == STUCK_LOOKS) {
                    out.println("The bot does not get on with reading; look at the page Articles.");
                    return;
                }
                if (waiting <= told * TOLD_AGAIN) {
                    out.println(number(waiting, "article has", "articles have") + " yet to be read by the bot.");
                    told = waiting;
                }
                least = Math.min(least, waiting);
                Thread.sleep(1_000);
            }
        }

        private void report() {
            out.printf(Locale.ROOT, "%,d new, %,d updated, %,d left out.%n", imported, updated, leftOut.size());
            leftOut.forEach(each -> out.println("  " + each));
        }

        private static String number(int many, String one, String more) {
            return String.format(Locale.ROOT, "%,d %s", many, many == 1 ? one : more);
        }
    }
}
