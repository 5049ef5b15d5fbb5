package org.jailoo.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Districts and settlements to suggest, in one language. Immutable.
 *
 * <p>They are suggestions: a record holds a place as the text that somebody typed, in any of the languages. So whatever is
 * asked here is understood in all three, with or without the Kyrgyz letters, and a place that is not known stays as it is.
 */
public final class Places {
    private final int language;
    private final Map<String, List<District>> regions;
    private final Map<String, Names> districts = new HashMap<>();
    private final Map<String, Names> settlements = new HashMap<>();

    private Places(int language, Map<String, List<District>> regions) {
        this.language = language;
        this.regions = regions;
        regions.forEach((adm1, all) -> all.forEach(district -> {
            district.names().names().forEach(name -> districts.putIfAbsent(key(adm1, name), district.names()));
            for (Names settlement : district.settlements()) {
                settlement.names().forEach(name -> settlements.putIfAbsent(key(adm1, name), settlement));
            }
        }));
    }

    private static String key(String adm1, String name) {
        return adm1 + ' ' + bare(name);
    }

    private record District(Names names, List<Names> settlements) {}

    /** A place in the languages of the program, in their order. */
    private record Names(List<String> names) {
        boolean mean(String text) {
            return names.stream().anyMatch(n -> bare(n).equals(bare(text)));
        }
    }

    /** The places in a language given as ISO 639-1, or in English where there are none. */
    public static Places of(String language) {
        int known = Math.max(0, Messages.LANGUAGES.indexOf(language));
        try (InputStream in = Places.class.getResourceAsStream("places.txt")) {
            if (in == null) {
                throw new IllegalStateException("missing resource places.txt");
            }
            return new Places(known, read(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, List<District>> read(String text) {
        Map<String, List<District>> regions = new LinkedHashMap<>();
        List<District> districts = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            Names names = new Names(List.of(line.strip().split(" \\| ", -1)));
            if (names.names().size() == 1) {
                districts = new ArrayList<>();
                regions.put(line.strip(), districts);
            } else if (line.startsWith(" ")) {
                districts.get(districts.size() - 1).settlements().add(names);
            } else {
                districts.add(new District(names, new ArrayList<>()));
            }
        }
        return regions;
    }

    /** The districts of a region, by its code in the codebook {@code adm1}, and its towns that belong to none; in order. */
    public List<String> districts(String adm1) {
        return shown(regions.getOrDefault(adm1, List.of()).stream()
                .map(District::names)
                .toList());
    }

    /** The settlements of a district, in order; of the whole region if the district is empty. */
    public List<String> settlements(String adm1, String district) {
        return shown(regions.getOrDefault(adm1, List.of()).stream()
                .filter(d -> district.isBlank() || d.names().mean(district))
                .flatMap(d -> d.settlements().stream())
                .toList());
    }

    /** The name in this language of a district that was typed in any; a district that is not known as it was typed. */
    public String district(String adm1, String typed) {
        Names known = districts.get(key(adm1, typed));
        return known == null ? typed : known.names().get(language);
    }

    /** The name in this language of a settlement that was typed in any; one that is not known as it was typed. */
    public String settlement(String adm1, String typed) {
        Names known = settlements.get(key(adm1, typed));
        return known == null ? typed : known.names().get(language);
    }

    private List<String> shown(List<Names> places) {
        return places.stream()
                .map(n -> n.names().get(language))
                .distinct()
                .sorted(NameOrder.INSTANCE)
                .toList();
    }

    /** A name without its kind of place, its marks and its case, as people type it on a Russian keyboard. */
    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replace('ё', 'е')
                .replace('ө', 'о')
                .replace('ү', 'у')
                .replace('ң', 'н')
                .replace('ü', 'u')
                .replace('ö', 'o')
                .replaceAll("(?U)\\b(district|town|район|город|село|району|шаары|айылы)\\b", "")
                .replaceAll("[ \\u00a0-]+", " ")
                .strip();
    }
}
