package org.camundaflows.store.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camundaflows.store.items.Shelf.json;
import static org.camundaflows.store.items.Shelf.keys;
import static org.camundaflows.store.items.Shelf.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.camundaflows.filter.CallerVariables;
import org.camundaflows.filter.DynamicVariables;
import org.camundaflows.security.Accountability;
import org.camundaflows.store.TestDatabase;
import org.camundaflows.store.TestStore;
import org.camundaflows.store.access.Action;
import org.camundaflows.store.access.Permission;
import org.camundaflows.store.access.Rights;
import org.camundaflows.store.event.ItemEvents;
import org.camundaflows.store.query.ItemReader;
import org.camundaflows.store.query.Query;
import org.camundaflows.store.query.QueryLimits;
import org.camundaflows.store.query.QueryReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Writes into tables as the data model is read from them, system tables included. */
class ShopWritesTest {

    private static final Clock CLOCK = Clock.fixed(Shelf.NOW, ZoneOffset.UTC);
    private static final Session ADMIN =
            new Session(new Accountability(null, null, List.of(), true, true, null, null, null), false);

    private record Everything() implements Rights {
        @Override
        public boolean unrestricted() {
            return true;
        }

        @Override
        public List<Permission> permissions(String collection, Action action) {
            return List.of();
        }

        @Override
        public DynamicVariables variables() {
            return new CallerVariables(json("null"), CLOCK, ZoneOffset.UTC);
        }
    }

    private static Items items(TestStore store) {
        ItemReader reader = new ItemReader(store.database(), store.reader(), ZoneOffset.UTC, QueryLimits.DEFAULT);
        ItemSettings settings = new ItemSettings(CLOCK, ZoneOffset.UTC, clear -> "hash of " + clear);
        return new ItemService(
                store.database(), store.reader(), caller -> new Everything(), reader, ItemEvents.NONE, settings);
    }

    private static Query fields(String fields) {
        return QueryReader.sanitised(json("{'fields':'" + fields + "'}"));
    }

    @ParameterizedTest
    @EnumSource
    void anItemIsWrittenWithAllThatBelongsToIt(TestDatabase database) {
        try (TestStore store = database.world("shop")) {
            Items items = items(store);
            JsonNode key = items.create(
                            "articles",
                            List.of(object("{'title':'New','author':{'name':'Kim'},'comments':[{'text':'c'}],"
                                    + "'topics':[{'topics_id':{'label':'sea'}}],'tags':['a'],'meta':{'x':1}}")),
                            ADMIN)
                    .get(0);
            assertThat(key).isEqualTo(keys(6).get(0));
            assertThat(items.readOne(
                            "articles",
                            key,
                            fields("status,author.name,comments.text,topics.topics_id.label,tags,meta,date_created"),
                            Session.SYSTEM))
                    .isEqualTo(json("{'status':'draft','author':{'name':'Kim'},'comments':[{'text':'c'}],"
                            + "'topics':[{'topics_id':{'label':'sea'}}],'tags':['a'],'meta':{'x':1},"
                            + "'date_created':'2024-05-06T07:08:09.123Z'}"));
            assertThat(items.delete("articles", keys(1), ADMIN)).isEqualTo(keys(1));
            assertThat(items.readOne("comments", keys(1).get(0), fields("article"), Session.SYSTEM))
                    .isEqualTo(json("{'article':null}"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void usersAreItemsWhosePasswordsNobodySees(TestDatabase database) {
        try (TestStore store = database.world("shop")) {
            Items items = items(store);
            List<JsonNode> key = items.create(
                    "directus_users", List.of(object("{'email':'new@x','password':'hunter1','token':'t0ken'}")), ADMIN);
            items.update("directus_users", key, object("{'password':'hunter2'}"), ADMIN);
            String kept = items.read("directus_revisions", fields("data,delta"), Session.SYSTEM)
                    .toString();
            assertThat(kept).contains("new@x").doesNotContain("hunter").doesNotContain("t0ken");
            Refused taken =
                    Refused.by(() -> items.create("directus_users", List.of(object("{'token':'t0ken'}")), ADMIN));
            assertThat(taken.code()).isEqualTo("RECORD_NOT_UNIQUE");
            assertThat(taken.extensions().get("value").isNull()).isTrue();
        }
    }
}
