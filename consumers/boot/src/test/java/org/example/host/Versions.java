package org.example.host;

import java.util.Map;
import java.util.stream.Collectors;

/** Tells the versions that the host brought, for the table. */
final class Versions {

    private static final Map<String, String> LIBRARIES = Map.of(
            "1 Jackson", "com.fasterxml.jackson.databind.ObjectMapper",
            "2 Jackson", "tools.jackson.databind.ObjectMapper",
            "3 Hibernate Validator", "org.hibernate.validator.HibernateValidator",
            "4 Commons Lang", "org.apache.commons.lang3.StringUtils");

    private Versions() {}

    static void tell(String host) {
        System.out.println("host: " + host + ", "
                + LIBRARIES.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(each -> library(each.getKey().substring(2), each.getValue()))
                        .filter(each -> !each.isEmpty())
                        .collect(Collectors.joining(", "))
                + " | JDK " + Runtime.version().feature());
    }

    private static String library(String name, String type) {
        try {
            return name + ' ' + Class.forName(type).getPackage().getImplementationVersion();
        } catch (ClassNotFoundException absent) {
            return "";
        }
    }
}
