package org.jailoo.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.jailoo.intake.IntakeRefused.Reason;
import org.jailoo.intake.TableFile.ReadTable;
import org.jspecify.annotations.Nullable;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** A table of a workbook of today, read as a stream: the workbook itself is never in memory, and never unpacked to a disk. */
final class XlsxTable {
    /** As much as the parts that are read may unpack to. */
    private static final long MAX_UNPACKED = 512L * 1024 * 1024;

    private XlsxTable() {}

    static ReadTable read(Path file, @Nullable String wanted, Progress progress) throws IOException, IntakeRefused {
        try (OPCPackage container = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            requireSmall(container);
            return read(container, wanted, progress);
        } catch (SAXException e) {
            if (e.getException() instanceof IntakeRefused refused) {
                throw refused;
            }
            throw new IntakeRefused(Reason.DAMAGED);
        } catch (CancellationException e) {
            throw e;
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | ParserConfigurationException
                | IOException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException
                | RecordFormatException e) {
            // The file was opened; whatever its reader stumbles on is the file's fault.
            throw new IntakeRefused(Reason.DAMAGED);
        }
    }

    private static void requireSmall(OPCPackage container) throws OpenXML4JException, IntakeRefused {
        long unpacked = 0;
        for (PackagePart part : container.getParts()) {
            String name = part.getPartName().getName();
            if (name.startsWith("/xl/worksheets/") || name.startsWith("/xl/sharedStrings")) {
                unpacked += Math.max(0, part.getSize());
            }
        }
        if (unpacked > MAX_UNPACKED) {
            throw new IntakeRefused(Reason.TOO_LARGE);
        }
    }

    private static ReadTable read(OPCPackage container, @Nullable String wanted, Progress progress)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException, IntakeRefused {
        XSSFReader reader = new XSSFReader(container);
        List<String> names = names(reader);
        if (names.isEmpty()) {
            throw new IntakeRefused(Reason.NOT_A_TABLE);
        }
        String name = wanted != null && names.contains(wanted) ? wanted : names.get(0);
        ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(container, false);
        GridBuilder grid = new GridBuilder(progress);
        XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        while (sheets.hasNext()) {
            try (InputStream sheet = sheets.next()) {
                if (sheets.getSheetName().equals(name)) {
                    XMLReader xml = XMLHelper.newXMLReader();
                    xml.setContentHandler(new XlsxCells(
                            grid,
                            strings,
                            reader.getStylesTable(),
                            XlsxCells.countsFrom1904(reader.getWorkbookData())));
                    xml.parse(new InputSource(sheet));
                    break;
                }
            }
        }
        return new ReadTable(grid.grid(), names, name, null, null);
    }

    private static List<String> names(XSSFReader reader) throws IOException, OpenXML4JException {
        List<String> names = new ArrayList<>();
        XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
        while (sheets.hasNext()) {
            sheets.next().close();
            names.add(sheets.getSheetName());
        }
        return names;
    }
}
