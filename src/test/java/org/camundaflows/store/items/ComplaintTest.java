package org.camundaflows.store.items;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComplaintTest {

    private static final String STATEMENT = "; SQL statement:\ninsert into \"s\".\"t\"(\"x\") values (?) [1-232]";

    @Test
    void h2NamesTheIndexedColumn() {
        assertThat(Complaint.ofUnique(
                        "Unique index or primary key violation: \"s.INDEX_D9 ON s.authors(\"\"a b\"\" NULLS"
                                + " FIRST, c) VALUES ( /* 1 */ 1 )\"" + STATEMENT))
                .contains(new Complaint("authors", "a b", null));
        assertThat(Complaint.ofUnique("Unique index or primary key violation: \"PRIMARY KEY ON s.authors(id) ( /* key:1"
                        + " */ 1, 'x')\"" + STATEMENT))
                .contains(new Complaint("authors", "id", null));
    }

    @Test
    void postgresNamesTheKeyInAnyLanguage() {
        assertThat(Complaint.ofUnique("FEHLER: doppelter Schlüsselwert verletzt Unique-Constraint »u«\n"
                        + "  Detail: Schlüssel »(\"a b\", c)=(1, x)« existiert bereits."))
                .contains(new Complaint(null, "a b", "1, x"));
    }

    @Test
    void bothNameReferences() {
        assertThat(Complaint.ofForeignKey("Referential integrity constraint violation: \"fk1: s.comments FOREIGN"
                        + " KEY(article) REFERENCES s.articles(id) ('x')\"" + STATEMENT))
                .contains(new Complaint("comments", "article", "x"));
        assertThat(Complaint.ofForeignKey("ERROR: update or delete on table \"authors\" violates foreign key constraint"
                        + " \"fk1\" on table \"comments\"\n  Detail: Key (id)=(1) is still referenced from table"
                        + " \"comments\"."))
                .contains(new Complaint("comments", "id", "1"));
    }

    @Test
    void bothNameColumns() {
        assertThat(Complaint.ofColumn("NULL not allowed for column \"name\"" + STATEMENT))
                .contains(new Complaint(null, "name", null));
        assertThat(Complaint.ofColumn("Value too long for column \"d NUMERIC(4, 2)\": \"99999 (32)\"" + STATEMENT))
                .contains(new Complaint(null, "d", null));
        assertThat(Complaint.ofColumn("ERROR: null value in column \"name\" of relation \"authors\" violates not-null"
                        + " constraint"))
                .contains(new Complaint(null, "name", null));
    }

    @Test
    void otherMessagesNameNothing() {
        assertThat(Complaint.ofUnique("?")).isEmpty();
        assertThat(Complaint.ofForeignKey("")).isEmpty();
        assertThat(Complaint.ofColumn("smallint out of range")).isEmpty();
    }
}
