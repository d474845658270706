package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Parcels need labels. Three at once are too many for the driver of the printer, which takes the whole JVM with it. */
@WritesDownItsFork
class LabelsTest {

    @Test
    void oneLabelIsPrinted() {
        assertEquals(1, LabelPrinter.print("Customer 1"));
    }

    @Test
    void threeLabelsArePrinted() {
        assertEquals(3, LabelPrinter.print("Customer 1", "Customer 2", "Customer 3"));
    }

    @Test
    void twoLabelsArePrinted() {
        assertEquals(2, LabelPrinter.print("Customer 1", "Customer 2"));
    }
}
