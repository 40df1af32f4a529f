package org.gongkai.ingest.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that is told how much was read of it, so that what unfolds to more than is allowed can be ended. */
public abstract class CountedStream extends FilterInputStream {

    protected CountedStream(InputStream in) {
        super(in);
    }

    /**
     * Called behind each reading.
     *
     * @param bytes how many bytes it gave, 0 at the end
     * @throws IOException to end the stream
     */
    protected abstract void counted(int bytes) throws IOException;

    @Override
    public final int read() throws IOException {
        int one = super.read();
        counted(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public final int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        counted(Math.max(0, read));
        return read;
    }
}
