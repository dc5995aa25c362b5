package org.camundaflows.store.items;

import java.time.Clock;
import java.time.ZoneId;
import java.util.function.UnaryOperator;

/**
 * What writes need besides the database.
 *
 * @param clock the time of specials such as {@code date-created}
 * @param zone of dates and times that name none
 * @param hash makes of a clear text what fields with the special {@code hash} store
 */
public record ItemSettings(Clock clock, ZoneId zone, UnaryOperator<String> hash) {}
