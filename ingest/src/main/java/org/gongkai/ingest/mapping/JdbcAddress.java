package org.gongkai.ingest.mapping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.lang3.StringUtils;
import org.gongkai.core.Bilingual;
import org.gongkai.core.text.Csv;
import org.jspecify.annotations.Nullable;

/**
 * The address of a database in a mapping file. Parameters of an address can make a driver run code, read files or call
 * another server, and which of them do changes with each release; so of each driver those are let through that are known to be
 * harmless, and of a driver that is not known none. The lists are data: {@code jdbc-parameters.csv}.
 */
final class JdbcAddress {

    private static final String PREFIX = "jdbc:";
    private static final Map<String, Driver> DRIVERS =
            Csv.shipped(JdbcAddress.class.getResourceAsStream("jdbc-parameters.csv"), "jdbc-parameters.csv", reader -> {
                Map<String, Driver> drivers = new TreeMap<>();
                for (Csv.Row each : Csv.read(
                        reader,
                        "jdbc-parameters.csv",
                        List.of("drivers", "begin", "between", "parameters", "refused"))) {
                    Driver driver = new Driver(
                            each.required("begin").charAt(0),
                            each.required("between").charAt(0),
                            Arrays.asList(
                                    StringUtils.split(Objects.requireNonNullElse(each.text("parameters"), ""), '|')),
                            each.required("refused"));
                    for (String name : StringUtils.split(each.required("drivers"), '|')) {
                        drivers.put(name, driver);
                    }
                }
                return Map.copyOf(drivers);
            });

    /** What separates parameters with one driver or another, and what some drivers read parameters from within the host. */
    private static final String SIGNS_OF_PARAMETERS = ";?&#{}";

    private JdbcAddress() {}

    /**
     * What is known of a driver.
     *
     * @param begin what the parameters begin with
     * @param between what stands between two
     * @param parameters the names of those that are let through
     * @param refused what must not stand before the parameters
     */
    private record Driver(char begin, char between, List<String> parameters, String refused) {

        boolean allows(String parameter) {
            return parameters.stream().anyMatch(each -> each.equalsIgnoreCase(parameter));
        }
    }

    /** What is wrong with an address that begins with {@code jdbc:}, or null. */
    static @Nullable Bilingual fault(String url) {
        String name = StringUtils.substringBetween(url, PREFIX, ":");
        Driver driver = name == null ? null : DRIVERS.get(name.toLowerCase(Locale.ROOT));
        String rest =
                name == null ? url.substring(PREFIX.length()) : url.substring(PREFIX.length() + name.length() + 1);
        if (driver == null) {
            return StringUtils.containsAny(rest, SIGNS_OF_PARAMETERS + '(')
                    ? new Bilingual(
                            "url 的驱动 " + name + " 不在已知之列，不能带参数：有的参数会让驱动执行代码",
                            "url is of the driver " + name
                                    + ", which is not known here, and may have no parameters: some let a driver run code")
                    : null;
        }
        int begin = rest.indexOf(driver.begin());
        String address = begin < 0 ? rest : rest.substring(0, begin);
        if (StringUtils.containsAny(address, SIGNS_OF_PARAMETERS)
                || address.toLowerCase(Locale.ROOT).contains(driver.refused())) {
            return new Bilingual(
                    "url 在参数之前含有不允许的内容（如 " + driver.refused() + "）：有的写法会让驱动 " + name + " 执行代码",
                    "url holds before its parameters what is not allowed, such as " + driver.refused()
                            + ": with some of it the driver " + name + " runs code");
        }
        for (String each : begin < 0 ? new String[0] : StringUtils.split(rest.substring(begin + 1), driver.between())) {
            String parameter = StringUtils.substringBefore(each, "=").strip();
            if (!driver.allows(parameter)) {
                String allowed = driver.parameters().isEmpty() ? "–" : String.join(", ", driver.parameters());
                return new Bilingual(
                        "url 的参数 " + parameter + " 不允许用于驱动 " + name + "：有的参数会让驱动执行代码。允许的有：" + allowed,
                        "the parameter " + parameter + " of url is not allowed with the driver " + name
                                + ": some let a driver run code; allowed are: " + allowed);
            }
        }
        return null;
    }
}
