package org.jailoo.intake;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** A number of a workbook's cell as text: the digits that it has, or the date that its format says it is. */
final class NumberText {
    private NumberText() {}

    /**
     * The text of a number.
     *
     * @param format the cell's number format with its place in the list of formats; null for none
     * @param since1904 whether the workbook counts days as old Macs did
     */
    static String of(String raw, @Nullable String format, int place, boolean since1904) {
        BigDecimal number;
        try {
            // Excel keeps fifteen digits; the rest of 0.30000000000000004 is dust.
            number = new BigDecimal(raw.strip()).round(new MathContext(15));
        } catch (NumberFormatException e) {
            return raw;
        }
        if (format != null
                && DateUtil.isADateFormat(place, format)
                && DateUtil.isValidExcelDate(number.doubleValue())) {
            return date(number, format, since1904);
        }
        String plain = number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        if (format != null && format.matches("0{2,}") && plain.matches("[0-9]+")) {
            return "0".repeat(Math.max(0, format.length() - plain.length())) + plain;
        }
        return plain;
    }

    /** A date, no more exact than the cell shows it. */
    private static String date(BigDecimal number, String format, boolean since1904) {
        LocalDateTime time = DateUtil.getLocalDateTime(number.doubleValue(), since1904);
        String bare = format.toLowerCase(Locale.ROOT).replaceAll("\"[^\"]*\"|\\[[^]]*]|\\\\.", "");
        if (number.compareTo(BigDecimal.ONE) < 0 || (!bare.contains("y") && bare.contains("h"))) {
            return time.toLocalTime().toString();
        }
        String day = time.toLocalDate().toString();
        if (bare.contains("y") && !bare.contains("d")) {
            return bare.contains("m") ? day.substring(0, 7) : day.substring(0, 4);
        }
        return time.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? day
                : day + ' ' + time.toLocalTime().withSecond(0).withNano(0);
    }
}
