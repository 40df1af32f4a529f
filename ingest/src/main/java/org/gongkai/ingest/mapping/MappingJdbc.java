package org.gongkai.ingest.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.gongkai.core.Bilingual;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads the section {@code jdbc} of a mapping file, which holds no user and no password. One file, one use. */
final class MappingJdbc {

    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    /** A password in the address: as a parameter, or before the host. */
    private static final Pattern SECRET = Pattern.compile(
            "(?i)[?&;](?:password|pwd|passwd|user|username)=|//[^/@:]*+:[^/@]*+@|:thin:[^@:/]*+/[^@]{0,1000}@");

    private final MappingYaml yaml;

    MappingJdbc(MappingYaml yaml) {
        this.yaml = yaml;
    }

    /** The section, or null when something is wrong in the file so far. */
    Mapping.@Nullable Jdbc read(Node node) {
        Map<String, String> given = new LinkedHashMap<>();
        for (MappingYaml.Entry each : yaml.entries(node, "jdbc")) {
            String text = yaml.required(each.value(), each.key());
            switch (each.key()) {
                case "url" -> {
                    if (text != null) {
                        checkAddress(each.line(), text);
                    }
                }
                case "query" -> {}
                case "userVariable", "passwordVariable" -> {
                    if (text != null && !VARIABLE.matcher(text).matches()) {
                        yaml.fault(
                                each.line(),
                                each.key() + " 应为环境变量的名称",
                                each.key() + " must be the name of an environment variable");
                    }
                }
                case "user", "password" ->
                    yaml.fault(
                            each.line(),
                            "文件中不写 " + each.key() + "；请用 " + each.key() + "Variable 指明环境变量",
                            each.key() + " must not stand in the file; name an environment variable by " + each.key()
                                    + "Variable");
                default ->
                    yaml.fault(
                            each.line(),
                            "未知的项 jdbc." + each.key() + "，应为 url、query、userVariable 或 passwordVariable",
                            "jdbc." + each.key()
                                    + " is not known; expected url, query, userVariable or passwordVariable");
            }
            given.put(each.key(), Objects.requireNonNullElse(text, ""));
        }
        for (String each : List.of("url", "query")) {
            if (!given.containsKey(each)) {
                yaml.fault(MappingYaml.line(node), "jdbc 缺少 " + each, "jdbc lacks " + each);
            }
        }
        return yaml.faultless()
                ? new Mapping.Jdbc(
                        given.get("url"), given.get("query"), given.get("userVariable"), given.get("passwordVariable"))
                : null;
    }

    private void checkAddress(int line, String url) {
        if (!url.startsWith("jdbc:") || SECRET.matcher(url).find()) {
            yaml.fault(
                    line,
                    "url 应以 jdbc: 开头，且不得含用户名和密码；请用 userVariable、passwordVariable 指明环境变量",
                    "url must begin with jdbc: and hold neither user nor password; name environment variables by userVariable and passwordVariable");
            return;
        }
        Bilingual fault = JdbcAddress.fault(url);
        if (fault != null) {
            yaml.fault(line, fault.zh(), fault.en());
        }
    }
}
