package dev.ramah.journey;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.CLI;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Finds a browser, or gets one: from the PATH, from Playwright's own download, from Debian. Without any the build
 * fails, because a browser test that was skipped has shown nothing.
 */
final class Browsers {

    private static final String NO_DOWNLOAD = "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD";

    private static final List<String> NAMES = List.of(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge");

    private static final long PATIENCE_MINUTES = 10;

    private final Playwright playwright;

    private Browsers(Playwright playwright) {
        this.playwright = playwright;
    }

    /** Playwright's driver without the download that it would otherwise begin with. */
    static Playwright playwright() {
        return Playwright.create(new Playwright.CreateOptions().setEnv(Map.of(NO_DOWNLOAD, "1")));
    }

    static Browser open(Playwright playwright) {
        Browsers browsers = new Browsers(playwright);
        return Stream.<Supplier<Optional<Browser>>>of(
                        browsers::onThePath, browsers::alreadyDownloaded, browsers::downloaded, browsers::ofDebian)
                .flatMap(way -> way.get().stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No browser for the browser tests: install Chromium or"
                        + " Chrome so that it is on the PATH (Debian: apt-get install chromium)."));
    }

    private Optional<Browser> onThePath() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(Files::isExecutable)
                .flatMap(program -> launched(options().setExecutablePath(program)).stream())
                .findFirst();
    }

    private Optional<Browser> alreadyDownloaded() {
        return launched(options());
    }

    private Optional<Browser> downloaded() {
        if (System.getenv(NO_DOWNLOAD) != null) {
            return Optional.empty();
        }
        // A process of its own, because Playwright's command line ends the machine it runs in.
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        boolean done =
                ran(java, "-cp", System.getProperty("java.class.path"), CLI.class.getName(), "install", "chromium");
        return done ? launched(options()) : Optional.empty();
    }

    private Optional<Browser> ofDebian() {
        boolean done = isRoot() && ran("apt-get", "update") && ran("apt-get", "install", "--yes", "chromium");
        return done ? onThePath() : Optional.empty();
    }

    private Optional<Browser> launched(BrowserType.LaunchOptions options) {
        try {
            return Optional.of(playwright.chromium().launch(options));
        } catch (PlaywrightException notThisOne) {
            return Optional.empty();
        }
    }

    private static BrowserType.LaunchOptions options() {
        List<String> quiet = List.of(
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-default-apps",
                "--disable-sync",
                "--no-first-run",
                "--no-pings");
        // Chromium's sandbox refuses to run as root, as builds in containers do.
        List<String> all = isRoot()
                ? Stream.concat(quiet.stream(), Stream.of("--no-sandbox")).toList()
                : quiet;
        return new BrowserType.LaunchOptions().setArgs(all);
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    private static boolean ran(String... command) {
        try {
            Process process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException none) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
