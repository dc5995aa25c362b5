package org.camundaflows.operations.script;

import org.camundaflows.operation.RunLog;

/** A script that touches what scripts commonly use; {@code Intl} alone costs up to a second at its first use. */
final class WarmUp {

    static final String CODE =
            """
            module.exports = async function (data) {
              const day = new Date(0);
              const rows = await Promise.all([1, 2, 3].map(async (n) => ({ n, text: `${n}`.padStart(3, '0') })));
              console.debug(day.toLocaleDateString('en-GB', { dateStyle: 'full', timeZone: 'Europe/Berlin' }));
              return {
                day,
                money: new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' }).format(1.5),
                order: ['b', 'a'].sort((a, b) => a.localeCompare(b)),
                match: 'a1'.replace(/(?<digit>\\d)/gu, '<$<digit>>'),
                copy: JSON.parse(JSON.stringify({ ...data, rows })),
              };
            };
            """;

    static final RunLog SILENCE = new RunLog() {
        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void debug(String message) {}
    };

    private WarmUp() {}
}
