package org.gongkai.office;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.OldFileFormatException;
import org.apache.poi.hssf.eventusermodel.AbortableHSSFListener;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.eventusermodel.HSSFUserException;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.BoolErrRecord;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.ColumnInfoRecord;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RowRecord;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.util.CellRangeAddress;
import org.gongkai.ingest.source.Limits;
import org.gongkai.ingest.source.UnreadableFileException;
import org.gongkai.ingest.workbook.SheetHandler;
import org.gongkai.ingest.workbook.WorkbookReader;
import org.jspecify.annotations.Nullable;

/** Reads an .xls of Excel 97 to 2003 from its stream of records; only the shared texts stay in memory. */
public final class XlsReader implements WorkbookReader {

    /** The first bytes of a compound file ([MS-CFB], 2.2). */
    private static final byte[] COMPOUND = {
        (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1
    };

    /** Made by the service loader. */
    public XlsReader() {}

    @Override
    public boolean reads(byte[] start) {
        return Arrays.equals(start, COMPOUND);
    }

    @Override
    public void read(Path file, Limits limits, SheetHandler handler) throws IOException {
        if (Files.size(file) > limits.maxSharedTextBytes()) {
            throw UnreadableFileException.tooLarge(Files.size(file) + " bytes", "≤ " + limits.maxSharedTextBytes());
        }
        try (POIFSFileSystem files = new POIFSFileSystem(file.toFile(), true)) {
            DirectoryNode root = files.getRoot();
            if (root.hasEntryCaseInsensitive("EncryptedPackage")) {
                throw UnreadableFileException.encrypted("a workbook without a password");
            }
            Listener listener = new Listener(limits, handler);
            FormatTrackingHSSFListener tracking = new FormatTrackingHSSFListener(listener, Locale.ROOT);
            listener.formats = tracking;
            HSSFRequest request = new HSSFRequest();
            request.addListenerForAllRecords(new Passing(tracking, listener));
            new HSSFEventFactory().abortableProcessWorkbookEvents(request, root);
        } catch (EncryptedDocumentException encrypted) {
            throw UnreadableFileException.encrypted("a workbook without a password");
        } catch (OldFileFormatException old) {
            throw UnreadableFileException.of("written by a version before Excel 97", "a workbook saved as .xlsx");
        } catch (HSSFUserException failed) {
            throw UnreadableFileException.damagedWorkbook(failed);
        }
    }

    /** Feeds the tracker of formats and, unlike it, can stop the reading. */
    private static final class Passing extends AbortableHSSFListener {

        private final HSSFListener tracking;
        private final Listener listener;

        Passing(HSSFListener tracking, Listener listener) {
            this.tracking = tracking;
            this.listener = listener;
        }

        @Override
        public short abortableProcessRecord(Record record) {
            tracking.processRecord(record);
            return (short) (listener.done ? 1 : 0);
        }
    }

    private static final class Listener implements HSSFListener {

        private final Limits limits;
        private final SheetHandler handler;

        @Nullable
        FormatTrackingHSSFListener formats;

        boolean done;
        private final List<BoundSheetRecord> bounds = new ArrayList<>();
        private @Nullable BoundSheetRecord @Nullable [] sheets;
        private @Nullable SSTRecord shared;
        private final List<String> cells = new ArrayList<>();
        private boolean cut;
        private int row = -1;
        private int column;
        private int depth;
        private int sheet = -1;
        private boolean reading;
        private boolean wanted;

        Listener(Limits limits, SheetHandler handler) {
            this.limits = limits;
            this.handler = handler;
        }

        @Override
        public void processRecord(Record record) {
            if (record instanceof BOFRecord start) {
                if (depth++ == 0) {
                    begin(start);
                }
            } else if (record instanceof EOFRecord) {
                if (--depth == 0) {
                    end();
                }
            } else if (!ofWorkbook(record) && reading && depth == 1 && !ofLayout(record) && wanted) {
                cell(record);
            }
        }

        /** Takes what holds for all sheets; false when a record is none of it. */
        private boolean ofWorkbook(Record record) {
            if (record instanceof BoundSheetRecord bound) {
                bounds.add(bound);
            } else if (record instanceof DateWindow1904Record window) {
                if (window.getWindowing() == 1) {
                    handler.countsFrom1904();
                }
            } else if (record instanceof SSTRecord texts) {
                shared = texts;
            } else {
                return false;
            }
            return true;
        }

        /** Takes what tells of the sheet's rows, columns and merged cells; false when a record is none of it. */
        private boolean ofLayout(Record record) {
            if (record instanceof MergeCellsRecord merges) {
                merged(merges);
            } else if (record instanceof RowRecord described) {
                if (described.getZeroHeight()) {
                    handler.hiddenRow(described.getRowNumber() + 1);
                }
            } else if (record instanceof ColumnInfoRecord columns) {
                if (columns.getHidden()) {
                    handler.hiddenColumns(columns.getFirstColumn() + 1, columns.getLastColumn() + 1);
                }
            } else {
                return false;
            }
            return true;
        }

        private void merged(MergeCellsRecord merges) {
            for (int i = 0; i < merges.getNumAreas(); i++) {
                CellRangeAddress each = merges.getAreaAt(i);
                handler.merged(
                        each.getFirstRow() + 1,
                        each.getLastRow() + 1,
                        each.getFirstColumn() + 1,
                        each.getLastColumn() + 1);
            }
        }

        private void begin(BOFRecord record) {
            if (record.getType() == BOFRecord.TYPE_WORKBOOK) {
                return;
            }
            if (sheets == null) {
                sheets = BoundSheetRecord.orderByBofPosition(bounds);
            }
            BoundSheetRecord bound = ++sheet < sheets.length ? sheets[sheet] : null;
            if (record.getType() == BOFRecord.TYPE_WORKSHEET && bound != null) {
                reading = handler.begin(bound.getSheetname(), bound.isHidden() || bound.isVeryHidden());
                wanted = reading;
                row = -1;
            }
        }

        private void end() {
            if (reading) {
                flush();
                handler.end();
                reading = false;
            }
            done = sheets != null && sheet + 1 >= sheets.length;
        }

        private void cell(Record record) {
            if (record instanceof StringRecord text) {
                // The text that the formula before it came to.
                put(text.getString());
            } else if (record instanceof CellValueRecordInterface cell) {
                if (cell.getRow() != row) {
                    flush();
                    row = cell.getRow();
                }
                column = cell.getColumn();
                put(text(cell));
            }
        }

        private String text(CellValueRecordInterface cell) {
            if (cell instanceof LabelSSTRecord label) {
                return shared == null
                        ? ""
                        : shared.getString(label.getSSTIndex()).getString();
            } else if (cell instanceof LabelRecord label) {
                return label.getValue();
            } else if (cell instanceof NumberRecord number) {
                return number(cell, number.getValue());
            } else if (cell instanceof BoolErrRecord value) {
                return value.isError()
                        ? FormulaError.forInt(value.getErrorValue()).getString()
                        : value.getBooleanValue() ? "TRUE" : "FALSE";
            } else if (cell instanceof FormulaRecord formula) {
                return result(formula);
            }
            return "";
        }

        /** What a formula came to, as the workbook keeps it; a text comes in a record of its own. */
        private String result(FormulaRecord formula) {
            return switch (formula.getCachedResultTypeEnum()) {
                case NUMERIC -> number(formula, formula.getValue());
                case BOOLEAN -> formula.getCachedBooleanValue() ? "TRUE" : "FALSE";
                case ERROR -> FormulaError.forInt(formula.getCachedErrorValue()).getString();
                default -> "";
            };
        }

        private String number(CellValueRecordInterface cell, double value) {
            FormatTrackingHSSFListener known = formats;
            return handler.number(
                    cell.getRow() + 1,
                    cell.getColumn() + 1,
                    Double.toString(value),
                    known == null ? 0 : known.getFormatIndex(cell),
                    known == null ? null : known.getFormatString(cell));
        }

        private void put(String text) {
            if (text.isEmpty()) {
                return;
            }
            if (column >= limits.maxColumns()) {
                cut = true;
                return;
            }
            while (cells.size() <= column) {
                cells.add("");
            }
            cells.set(column, text);
        }

        private void flush() {
            if (row >= 0 && wanted) {
                wanted = handler.row(row + 1, cells, cut);
            }
            cells.clear();
            cut = false;
        }
    }
}
