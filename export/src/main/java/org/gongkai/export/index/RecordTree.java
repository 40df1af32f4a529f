package org.gongkai.export.index;

import java.security.MessageDigest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import org.gongkai.export.bag.Sha256;
import org.jspecify.annotations.Nullable;

/**
 * The tree of digests over the lines of {@code data/records.ndjson}, as RFC 9162 section 2.1 makes it: a leaf is the SHA-256 of
 * a zero byte and the line without its line feed, a node that of a byte 1 and the two below it, so that no line can pass for a
 * node. It keeps one digest for each level. Not thread-safe.
 */
public final class RecordTree {

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest sha256 = Sha256.create();
    private final Deque<Subtree> whole = new ArrayDeque<>();
    private final List<String> path = new ArrayList<>();
    private long leaves;

    /** A part of the tree of 2^level leaves, and whether the leaf that is to be proven is in it. */
    private record Subtree(byte[] digest, int level, boolean proven) {}

    /**
     * Adds a line.
     *
     * @param line the line without its line feed
     */
    public void add(byte[] line) {
        add(line, false);
    }

    /**
     * Adds the line of which {@link #path} is to lead to the root.
     *
     * @param line the line without its line feed
     */
    public void addProven(byte[] line) {
        add(line, true);
    }

    private void add(byte[] line, boolean proven) {
        leaves++;
        Subtree added = new Subtree(leaf(sha256, line), 0, proven);
        while (!whole.isEmpty() && whole.peekLast().level() == added.level()) {
            added = joined(whole.removeLast(), added);
        }
        whole.addLast(added);
    }

    private Subtree joined(Subtree left, Subtree right) {
        if (left.proven() || right.proven()) {
            path.add(HexFormat.of().formatHex(left.proven() ? right.digest() : left.digest()));
        }
        return new Subtree(
                node(sha256, left.digest(), right.digest()), left.level() + 1, left.proven() || right.proven());
    }

    /**
     * The root over the lines so far; nothing may be added behind it.
     *
     * @return 64 lower-case hexadecimal digits; for no lines the SHA-256 of nothing
     */
    public String root() {
        if (whole.isEmpty()) {
            return HexFormat.of().formatHex(sha256.digest());
        }
        Iterator<Subtree> fromTheRight = whole.descendingIterator();
        Subtree root = fromTheRight.next();
        while (fromTheRight.hasNext()) {
            root = joined(fromTheRight.next(), root);
        }
        whole.clear();
        whole.add(root);
        return HexFormat.of().formatHex(root.digest());
    }

    public long leaves() {
        return leaves;
    }

    /** The digests beside the way from the proven leaf up to the root, once that was asked for. */
    public List<String> path() {
        return List.copyOf(path);
    }

    /**
     * Goes the way from a line up to the root (RFC 9162, 2.1.3.2).
     *
     * @param line the line without its line feed
     * @param at its place, counted from 0
     * @param leaves how many lines there are
     * @param path the digests beside the way, from below
     * @return the root, or null where a line at this place has a way of another length
     */
    public static @Nullable String root(byte[] line, long at, long leaves, List<String> path) {
        MessageDigest sha256 = Sha256.create();
        byte[] digest = leaf(sha256, line);
        long place = at;
        long last = leaves - 1;
        if (place < 0 || place > last) {
            return null;
        }
        for (String each : path) {
            if (last == 0) {
                return null;
            }
            byte[] beside = HexFormat.of().parseHex(each);
            boolean right = place % 2 == 1 || place == last;
            digest = right ? node(sha256, beside, digest) : node(sha256, digest, beside);
            while (right && place % 2 == 0 && place > 0) {
                place /= 2;
                last /= 2;
            }
            place /= 2;
            last /= 2;
        }
        return last == 0 ? HexFormat.of().formatHex(digest) : null;
    }

    private static byte[] leaf(MessageDigest sha256, byte[] line) {
        sha256.update(LEAF);
        return sha256.digest(line);
    }

    private static byte[] node(MessageDigest sha256, byte[] left, byte[] right) {
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }
}
