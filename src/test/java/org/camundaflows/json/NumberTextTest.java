package org.camundaflows.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import java.math.BigDecimal;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Doubles are written with the fewest digits that read back, in the form of JavaScript. */
class NumberTextTest {

    private static String text(double value) {
        return Json.write(DoubleNode.valueOf(value));
    }

    @ParameterizedTest
    @CsvSource({
        "4.9e-324, 5e-324",
        "-4.9e-324, -5e-324",
        "9.9e-324, 1e-323",
        "1.5e-323, 1.5e-323",
        "2e-323, 2e-323",
        "2.5e-323, 2.5e-323",
        "3e-323, 3e-323",
        "4e-323, 4e-323",
        "4.4e-323, 4.4e-323",
        "1e-322, 1e-322",
        "2.225073858507201e-308, 2.225073858507201e-308",
        "2.2250738585072014e-308, 2.2250738585072014e-308",
        "1.7976931348623157e308, 1.7976931348623157e+308",
        "2e23, 2e+23",
        "1e23, 1e+23",
        "9.5e22, 9.5e+22",
        "1e21, 1e+21",
        "123456789012345680000, 123456789012345680000",
        "0.000001, 0.000001",
        "1e-7, 1e-7",
        "0.1, 0.1",
        "-0.0, 0",
        "5e-324, 5e-324",
        "2.0, 2",
        "9007199254740993.0, 9007199254740992",
        "4.35, 4.35",
    })
    void knownSpellingsOfJavaScriptAreMet(double value, String written) {
        assertThat(text(value)).isEqualTo(written);
    }

    @Provide
    Arbitrary<Double> anyBits() {
        Arbitrary<Long> all = Arbitraries.longs();
        Arbitrary<Long> smallest = Arbitraries.longs().between(1, 100_000);
        return Arbitraries.oneOf(all, smallest).map(Double::longBitsToDouble).filter(Double::isFinite);
    }

    @Property(tries = 5000)
    void whatIsWrittenReadsBackAsTheSameDouble(@ForAll("anyBits") double value) throws Exception {
        JsonNode read = Json.parse(text(value));

        assertThat(read.doubleValue()).isEqualTo(value == 0 ? 0.0 : value);
        assertThat(Json.write(read)).isEqualTo(text(value));
    }

    @Property(tries = 5000)
    void noTextOfFewerDigitsReadsBack(@ForAll("anyBits") double value) {
        BigDecimal written = new BigDecimal(text(value)).stripTrailingZeros();
        if (written.precision() < 2) {
            return;
        }
        BigDecimal unit = BigDecimal.ONE.scaleByPowerOfTen(1 - written.scale());
        BigDecimal down = written.divideToIntegralValue(unit).multiply(unit);

        assertThat(down.doubleValue()).isNotEqualTo(value);
        assertThat(down.add(unit.multiply(BigDecimal.valueOf(written.signum()))).doubleValue())
                .isNotEqualTo(value);
    }
}
