package org.gongkai.conformance;

/** What a command or an address may ask to be told. */
final class Placeholders {

    private Placeholders() {}

    static String filled(String text, String today) {
        return text.replace("{today}", today).replace("{profile}", ConformanceSuite.PROFILE);
    }
}
