package org.gongkai.ingest.file;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The media types of files that documents attach, by the ending of the name. */
public final class MediaTypes {

    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("doc", "application/msword"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("docm", "application/vnd.ms-word.document.macroEnabled.12"),
            Map.entry("xls", "application/vnd.ms-excel"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("ppt", "application/vnd.ms-powerpoint"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("wps", "application/vnd.ms-works"),
            Map.entry("et", "application/octet-stream"),
            Map.entry("ofd", "application/ofd"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("ods", "application/vnd.oasis.opendocument.spreadsheet"),
            Map.entry("ceb", "application/octet-stream"),
            Map.entry("rtf", "application/rtf"),
            Map.entry("txt", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("zip", "application/zip"),
            Map.entry("rar", "application/vnd.rar"),
            Map.entry("7z", "application/x-7z-compressed"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("gif", "image/gif"),
            Map.entry("bmp", "image/bmp"),
            Map.entry("tif", "image/tiff"),
            Map.entry("tiff", "image/tiff"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("m4v", "video/mp4"),
            Map.entry("mov", "video/quicktime"),
            Map.entry("webm", "video/webm"),
            Map.entry("flv", "video/x-flv"),
            Map.entry("wmv", "video/x-ms-wmv"),
            Map.entry("avi", "video/x-msvideo"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("wav", "audio/wav"),
            Map.entry("ogg", "audio/ogg"));

    private MediaTypes() {}

    /** The media type, or null when the ending is none that documents attach. */
    public static @Nullable String of(String name) {
        return BY_ENDING.get(ending(name));
    }

    /** The media type of a file's name, in which {@code #} and {@code ?} are letters like others. */
    public static @Nullable String ofName(String name) {
        String type = of(name);
        return type == null ? of(name.replace('#', '_').replace('?', '_')) : type;
    }

    /** Whether the type shows in the page itself: pictures, sound. These are attachments only where the page says so. */
    public static boolean shown(String mediaType) {
        return mediaType.startsWith("image/") || mediaType.startsWith("video/") || mediaType.startsWith("audio/");
    }

    /** Whether a file of the type is seen or heard as it goes on. */
    public static boolean plays(String mediaType) {
        return mediaType.startsWith("video/") || mediaType.startsWith("audio/");
    }

    /** A file's name without its ending, where that is one that documents attach. */
    public static String withoutEnding(String name) {
        return ofName(name) == null ? name : name.substring(0, name.lastIndexOf('.'));
    }

    /** The ending in lower case, without the dot; empty when there is none. */
    public static String ending(String name) {
        int end = name.length();
        for (char stop : new char[] {'?', '#'}) {
            int at = name.indexOf(stop);
            end = at >= 0 && at < end ? at : end;
        }
        String path = name.substring(0, end);
        int dot = path.lastIndexOf('.');
        return dot < 0 || dot < path.lastIndexOf('/')
                ? ""
                : path.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    }
}
