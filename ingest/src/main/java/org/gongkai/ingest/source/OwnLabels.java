package org.gongkai.ingest.source;

/** Labels of ours for parts of a page that have none, by which one room knows what another took. */
public final class OwnLabels {

    /** Stands for a text beside labels and values. */
    public static final String TEXT_BESIDE = "[页面:文字]";

    private OwnLabels() {}
}
