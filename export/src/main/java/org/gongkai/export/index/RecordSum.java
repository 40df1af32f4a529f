package org.gongkai.export.index;

import java.util.HexFormat;

/**
 * A digest of a set of records that does not depend on their order: the SHA-256 of each line, added up modulo 2^256. A
 * record can be taken out again, so the sum after a delta follows from the sum before it. It tells packages apart; it is
 * no proof against somebody who makes records in order to deceive. Not thread-safe.
 */
public final class RecordSum {

    private final byte[] sum = new byte[32];

    public void add(byte[] sha256) {
        int carry = 0;
        for (int i = sum.length - 1; i >= 0; i--) {
            carry += (sum[i] & 0xFF) + (sha256[i] & 0xFF);
            sum[i] = (byte) carry;
            carry >>= Byte.SIZE;
        }
    }

    void remove(byte[] sha256) {
        int borrow = 0;
        for (int i = sum.length - 1; i >= 0; i--) {
            int digit = (sum[i] & 0xFF) - (sha256[i] & 0xFF) - borrow;
            borrow = digit < 0 ? 1 : 0;
            sum[i] = (byte) digit;
        }
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(sum);
    }
}
