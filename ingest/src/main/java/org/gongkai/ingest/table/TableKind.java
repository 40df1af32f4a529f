package org.gongkai.ingest.table;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.ingest.annual.AnnualReportTableReader;
import org.gongkai.ingest.assistance.AssistanceTableReader;
import org.gongkai.ingest.decision.DecisionTableReader;
import org.gongkai.ingest.land.LandTableReader;
import org.gongkai.ingest.listing.ListTableReader;
import org.gongkai.ingest.request.RequestTableReader;
import org.jspecify.annotations.Nullable;

/** What tables can hold beside lists of documents. */
public enum TableKind {
    /** Assistance standards (困难群众救助标准). */
    ASSISTANCE_STANDARD("assistance-standard") {
        @Override
        public TableReader<?, ?> reader() {
            return AssistanceTableReader.standard();
        }
    },
    /** Plans, projects, parcels and block prices of land requisition (土地征收); the labels tell which. */
    LAND("land", "land-plan", "land-project", "land-price") {
        @Override
        public TableReader<?, ?> reader() {
            return LandTableReader.standard();
        }
    },
    /** Catalogues of major decisions (重大行政决策事项目录) and feedback on opinions; the labels tell which. */
    DECISION("decision", "decision-catalogue", "public-consultation") {
        @Override
        public TableReader<?, ?> reader() {
            return DecisionTableReader.standard();
        }
    },
    /** Registers of applications for information (依申请公开登记簿). */
    REQUEST("request") {
        @Override
        public TableReader<?, ?> reader() {
            return RequestTableReader.standard();
        }
    },
    /** Annual reports on disclosure (政府信息公开工作年度报告): all tables of a source make one. */
    ANNUAL_REPORT("annual-report") {
        @Override
        public TableReader<?, ?> reader() {
            return AnnualReportTableReader.standard();
        }
    },
    /** Lists of interpretations of policies (政策解读). */
    INTERPRETATION("interpretation") {
        @Override
        public TableReader<?, ?> reader() {
            return ListTableReader.of("interpretation");
        }
    },
    /** Bases of questions and answers (政策问答). */
    POLICY_ANSWER("policy-answer") {
        @Override
        public TableReader<?, ?> reader() {
            return ListTableReader.of("policy-answer");
        }
    },
    /** Lists of press releases (新闻发布). */
    PRESS_RELEASE("press-release") {
        @Override
        public TableReader<?, ?> reader() {
            return ListTableReader.of("press-release");
        }
    },
    /** Packages of policies (政策文件包). */
    POLICY_PACKAGE("policy-package") {
        @Override
        public TableReader<?, ?> reader() {
            return ListTableReader.of("policy-package");
        }
    },
    /** Standard catalogues of counties and townships (基层政务公开标准目录). */
    CATALOGUE_ITEM("catalogue-item") {
        @Override
        public TableReader<?, ?> reader() {
            return ListTableReader.of("catalogue-item");
        }
    },
    /** Directories of proactive disclosure (主动公开基本目录). */
    DIRECTORY_ITEM("directory-item") {
        @Override
        public TableReader<?, ?> reader() {
            return ListTableReader.of("directory-item");
        }
    },
    /** Lists of units that serve the public (公共企事业单位). */
    PUBLIC_SERVICE_UNIT("public-service-unit") {
        @Override
        public TableReader<?, ?> reader() {
            return ListTableReader.of("public-service-unit");
        }
    },
    /** Registers of government sites (政府网站). */
    SITE_REGISTRATION("site-registration") {
        @Override
        public TableReader<?, ?> reader() {
            return ListTableReader.of("site-registration");
        }
    },
    /** Registers of accounts (政务新媒体). */
    NEW_MEDIA_ACCOUNT("new-media-account") {
        @Override
        public TableReader<?, ?> reader() {
            return ListTableReader.of("new-media-account");
        }
    },
    /** Reports of errors on sites (我为政府网站找错). */
    ERROR_REPORT("error-report") {
        @Override
        public TableReader<?, ?> reader() {
            return ListTableReader.of("error-report");
        }
    },
    /** Lists of corners for reading and asking (政务公开专区). */
    DISCLOSURE_CORNER("disclosure-corner") {
        @Override
        public TableReader<?, ?> reader() {
            return ListTableReader.of("disclosure-corner");
        }
    },
    /** Lists of tasks (政务公开工作任务清单). */
    TASK("task") {
        @Override
        public TableReader<?, ?> reader() {
            return ListTableReader.of("task");
        }
    },
    /** Lists of trainings (政务公开培训). */
    TRAINING("training") {
        @Override
        public TableReader<?, ?> reader() {
            return ListTableReader.of("training");
        }
    },
    /** Lists of offices that do the work (政务公开工作机构). */
    DISCLOSURE_OFFICE("disclosure-office") {
        @Override
        public TableReader<?, ?> reader() {
            return ListTableReader.of("disclosure-office");
        }
    };

    private final String code;
    private final List<String> records;

    /**
     * @param code the name
     * @param records the kinds of record that such tables make, where they are called otherwise
     */
    TableKind(String code, String... records) {
        this.code = code;
        this.records = List.of(records);
    }

    /**
     * The reader of such tables.
     *
     * @return the reader, with the labels that ship with this library
     */
    public abstract TableReader<?, ?> reader();

    /**
     * The kind's name in mapping files and on the command line.
     *
     * @return the name, for example {@code assistance-standard}
     */
    public String code() {
        return code;
    }

    /**
     * Finds a kind by its name.
     *
     * @param code the name as {@link #code()} gives it, or the kind of a record that such tables make, such as
     *     {@code land-project}
     * @return the kind, or null when there is none of that name
     */
    public static @Nullable TableKind of(String code) {
        return Arrays.stream(values())
                .filter(each -> each.code.equals(code) || each.records.contains(code))
                .findFirst()
                .orElse(null);
    }

    /**
     * The names of all kinds.
     *
     * @return the names, joined by commas
     */
    public static String codes() {
        return Arrays.stream(values()).map(TableKind::code).collect(Collectors.joining(", "));
    }

    /**
     * What a mapping file can give as a default for records of this kind.
     *
     * @return the names, for example {@code place} and {@code basis.documentNumber}
     */
    public Set<String> defaultNames() {
        return reader().defaultNames();
    }

    /**
     * What a mapping file can say of a column of such a table.
     *
     * @return the names, for example {@code amount}
     */
    public Set<String> meanings() {
        return reader().meanings();
    }

    /**
     * Tells whether a text can be read as a default for records of this kind.
     *
     * @param name one of {@link #defaultNames()}
     * @param text the text
     * @return true when it can
     */
    public boolean reads(String name, String text) {
        try {
            reader().defaults(Map.of(name, text));
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
