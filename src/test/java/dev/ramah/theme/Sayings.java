package dev.ramah.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

/** What customers write when they complain ({@code theme/complaints.txt}), said in one of many ways each time. */
final class Sayings {

    static final String OTHER = "other";

    private static final Pattern ONE_OF = Pattern.compile("\\{([^}]*)}");

    /** One in so many begins with something that says nothing, and as many end so. */
    private static final int AROUND = 3;

    private final Map<String, Map<String, List<String>>> ways = new LinkedHashMap<>();

    Sayings() {
        try {
            for (String line : Files.readAllLines(Path.of("src", "test", "resources", "theme", "complaints.txt"))) {
                if (!line.startsWith("#")) {
                    String[] parts = line.split(" ", 3);
                    ways.computeIfAbsent(parts[0], none -> new LinkedHashMap<>())
                            .computeIfAbsent(parts[1], none -> new ArrayList<>())
                            .add(parts[2]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What they are about, as it stands in the file. */
    List<String> subjects() {
        return ways.keySet().stream()
                .filter(each -> !each.equals("before") && !each.equals("after") && !each.equals(OTHER))
                .toList();
    }

    String of(SplittableRandom random, String about, String language) {
        String before = random.nextInt(AROUND) == 0 ? way(random, "before", language) : "";
        String after = random.nextInt(AROUND) == 0 ? way(random, "after", language) : "";
        // Of what nobody else says most is put together, so that hardly anything of it comes twice.
        List<String> all = all(about, language);
        String way = about.equals(OTHER) && random.nextInt(AROUND) > 0
                ? all.get(all.size() - 1)
                : all.get(random.nextInt(all.size()));
        return before + said(random, way) + after;
    }

    private String way(SplittableRandom random, String about, String language) {
        List<String> all = all(about, language);
        return all.get(random.nextInt(all.size()));
    }

    private List<String> all(String about, String language) {
        return ways.getOrDefault(about, Map.of()).getOrDefault(language, List.of());
    }

    private static String said(SplittableRandom random, String way) {
        return ONE_OF.matcher(way).replaceAll(each -> {
            String[] some = each.group(1).split("\\|", -1);
            return some[random.nextInt(some.length)];
        });
    }
}
