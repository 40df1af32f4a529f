package org.gongkai.core.assistance;

import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.text.Csv;

/**
 * Which regions the names of scopes stand for: 七区 of 青岛市 are seven districts. {@link #shipped()} knows those of
 * Qingdao; a user with others reads a file of their own with {@link #read(Reader)}.
 */
public final class NamedScopes {

    private final Map<String, List<String>> regions;

    private NamedScopes(Map<String, List<String>> regions) {
        this.regions = regions;
    }

    /**
     * The scopes that ship with this library.
     *
     * @return the scopes
     */
    public static NamedScopes shipped() {
        return Csv.shipped(
                NamedScopes.class.getResourceAsStream("named-scopes.csv"), "named-scopes.csv", NamedScopes::read);
    }

    /**
     * Reads scopes: a header line, then place, name and regions a line; regions are separated by {@code |}.
     *
     * @param reader the text
     * @return the scopes
     * @throws IOException when the text cannot be read or a line lacks one of the three; the message names the line
     */
    public static NamedScopes read(Reader reader) throws IOException {
        Map<String, List<String>> regions = new HashMap<>();
        for (Csv.Row row : Csv.readUnnamed(reader, "the scopes", List.of("place", "scope", "regions"))) {
            String place = row.required("place");
            String scope = row.required("scope");
            if (regions.put(place + ' ' + scope, List.of(StringUtils.split(row.required("regions"), '|'))) != null) {
                throw row.wrong("scope", scope, "a scope that no line above gives the place");
            }
        }
        return new NamedScopes(regions);
    }

    /**
     * The regions that a name stands for.
     *
     * @param place the place to which the scope belongs
     * @param name the name of the scope
     * @return the regions, empty when the name is not known
     */
    public List<String> regions(String place, String name) {
        return regions.getOrDefault(place + ' ' + name, List.of());
    }
}
