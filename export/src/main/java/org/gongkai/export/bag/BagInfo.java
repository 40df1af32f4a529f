package org.gongkai.export.bag;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gongkai.export.PackageDescription;
import org.jspecify.annotations.Nullable;

/** What {@code bag-info.txt} says for people of what {@code package.json} says for programs. */
public final class BagInfo {

    public static final String NAME = "bag-info.txt";

    /** What the labels of formats begin with; the name of the format follows. */
    public static final String FORMAT_PROFILE = "Format-Profile-";

    private BagInfo() {}

    /** The lines of a new package, in their order. */
    public static Map<String, String> of(PackageDescription description, @Nullable String sourceOrganization) {
        Map<String, String> info = new LinkedHashMap<>();
        if (sourceOrganization != null) {
            info.put("Source-Organization", sourceOrganization);
        }
        info.put(
                "External-Description",
                "政府文件库导入包，含 " + description.records() + " 条记录 / Package for a government document library, "
                        + description.records() + " records");
        info.putAll(of(description));
        return info;
    }

    /** The lines that follow from the description, in any package of this form. */
    public static Map<String, String> of(PackageDescription description) {
        Map<String, String> info = new LinkedHashMap<>();
        info.put("Bagging-Date", description.created().toLocalDate().toString());
        info.put("Bag-Software-Agent", description.tool());
        PackageDescription.ValidationProfile profile = description.validationProfile();
        if (profile != null) {
            info.put("Validation-Profile", profile.name() + " " + profile.version());
            info.put("Validation-Profile-SHA-256", profile.sha256());
        }
        for (PackageDescription.Format each : description.formats()) {
            info.put(FORMAT_PROFILE + each.name(), each.version() + " " + each.sha256());
        }
        info.put("Record-Count", Long.toString(description.records()));
        info.put("Withheld-Count", Long.toString(description.withheld()));
        info.put("Reject-Count", Long.toString(description.rejects()));
        info.put("Finding-Count", Long.toString(description.findings()));
        return info;
    }
}
