package org.camundaflows.store.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camundaflows.json.Json;
import org.camundaflows.store.TestDatabase;
import org.camundaflows.store.TestStore;
import org.camundaflows.store.error.ItemException;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SchemaChangesTest {

    private TestStore store;
    private SchemaChanges changes;

    private void open(TestDatabase kind) {
        store = kind.empty();
        changes = new SchemaChanges(store.database(), store.reader());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @EnumSource
    void aCollectionHasACounterForAKeyUnlessItSaysOtherwise(TestDatabase kind) {
        open(kind);
        changes.createCollection(json("{'collection':'notes','meta':{'note':'hello'},'schema':{}}"));
        CollectionSchema notes = collection("notes");
        assertThat(notes.primaryKey()).isEqualTo("id");
        assertThat(column("notes", "id").autoIncrement()).isTrue();
        assertThat(notes.meta().path("note").asText()).isEqualTo("hello");
        assertThat(notes.tracking()).isEqualTo("all");
    }

    @ParameterizedTest
    @EnumSource
    void everyTypeComesBackAsItself(TestDatabase kind) {
        open(kind);
        changes.createCollection(json("{'collection':'all','meta':{},'schema':{},'fields':[]}"));
        Map<String, String> special = Map.of("json", "cast-json", "csv", "cast-csv", "hash", "hash");
        for (FieldType type : FieldType.values()) {
            if (type != FieldType.ALIAS && type != FieldType.UNKNOWN && type != FieldType.GEOMETRY) {
                String meta = special.containsKey(type.id()) ? "{'special':['" + special.get(type.id()) + "']}" : "{}";
                changes.createField(
                        "all", json("{'field':'f_" + type + "','type':'" + type.id() + "','meta':" + meta + "}"));
                assertThat(field("all", "f_" + type).type()).isEqualTo(type);
                assertThat(column("all", "f_" + type).nullable()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void limitsAndDefaultsReachTheColumn(TestDatabase kind) {
        open(kind);
        changes.createCollection(json("{'collection':'things','meta':{},'schema':{},'fields':["
                + "{'field':'code','type':'string','schema':{'is_primary_key':true,'max_length':12}},"
                + "{'field':'name','type':'string','schema':{'is_nullable':false,'default_value':'it''s äß'}},"
                + "{'field':'n','type':'integer','schema':{'default_value':-3}},"
                + "{'field':'price','type':'decimal','schema':{'numeric_precision':12,'numeric_scale':2,'default_value':1.5}},"
                + "{'field':'on','type':'boolean','schema':{'default_value':true}},"
                + "{'field':'at','type':'timestamp','schema':{'default_value':'now()'}},"
                + "{'field':'list','type':'json','schema':{'default_value':[1,'a']},'meta':{'special':['cast-json']}},"
                + "{'field':'sku','type':'string','schema':{'is_unique':true}}]}"));
        assertThat(collection("things").primaryKey()).isEqualTo("code");
        assertThat(column("things", "code").maxLength()).isEqualTo(12);
        assertThat(column("things", "code").autoIncrement()).isFalse();
        assertThat(column("things", "name").nullable()).isFalse();
        assertThat(column("things", "name").defaultValue().asText()).isEqualTo("it's äß");
        assertThat(column("things", "n").defaultValue().asInt()).isEqualTo(-3);
        assertThat(column("things", "price").precision()).isEqualTo(12);
        assertThat(column("things", "price").scale()).isEqualTo(2);
        assertThat(column("things", "price").defaultValue().decimalValue()).isEqualByComparingTo("1.5");
        assertThat(column("things", "on").defaultValue().asBoolean()).isTrue();
        assertThat(column("things", "at").hasDefault()).isTrue();
        assertThat(column("things", "list").defaultValue().toString()).isEqualTo("[1,\"a\"]");
        assertThat(column("things", "sku").unique()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aFolderOfCollectionsHasNoTable(TestDatabase kind) {
        open(kind);
        changes.createCollection(json("{'collection':'folder','meta':{},'schema':null}"));
        assertThat(store.schema().collection("folder")).isEmpty();
        refused("INVALID_PAYLOAD", () -> changes.createCollection(json("{'collection':'folder','schema':{}}")));
        changes.createCollection(json("{'collection':'inside','meta':{'group':'folder'},'schema':{}}"));
        changes.deleteCollection("folder");
        assertThat(collection("inside").meta().path("group").isNull()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void namesThatAreTakenOrNotAllowedAreRefused(TestDatabase kind) {
        open(kind);
        changes.createCollection(json("{'collection':'notes','meta':{},'schema':{}}"));
        store.database()
                .sql()
                .execute("create view {0} as select 1 as a", store.database().table("look"));
        for (String name : new String[] {
            "notes",
            "look",
            "directus_x",
            "directus_users",
            "ACT_RU_JOB",
            "act_x",
            "flows_outbox",
            "flyway_schema_history",
            "",
            "a b",
            "a.b",
            "a\\\"b",
            "a'b",
            "a;drop table x",
            "a\\u0000b",
            "a\\nb",
            "-a",
            "a/b",
            "a$b",
            "x".repeat(64),
            "ä".repeat(32)
        }) {
            refused(
                    "INVALID_PAYLOAD",
                    () -> changes.createCollection(
                            Json.parse("{\"collection\":\"" + name + "\",\"meta\":{},\"schema\":{}}")));
            refused(
                    "INVALID_PAYLOAD",
                    () -> changes.createField(
                            "notes",
                            Json.parse("{\"field\":\"" + (name.matches("[a-zA-Z_]{1,63}") ? "id" : name)
                                    + "\",\"type\":\"string\"}")));
        }
        refused("INVALID_PAYLOAD", () -> changes.createCollection(json("{'meta':{},'schema':{}}")));
    }

    @ParameterizedTest
    @EnumSource
    void unusualNamesAreNamesLikeOthers(TestDatabase kind) {
        open(kind);
        for (String name : new String[] {"select", "Order", "order", "größe", "a-b", "9lives", "x".repeat(63)}) {
            changes.createCollection(json("{'collection':'" + name + "','meta':{},'schema':{},'fields':["
                    + "{'field':'group','type':'string','schema':{'is_unique':true}},{'field':'" + name
                    + "','type':'string','schema':{'is_unique':true}}]}"));
            assertThat(collection(name).fields()).containsKeys("id", "group", name);
            assertThat(column(name, name).unique()).isTrue();
        }
        changes.createField(
                "a-b", json("{'field':'" + "y".repeat(63) + "','type':'integer','schema':{'is_unique':true}}"));
        changes.createField("a-b", json("{'field':'to','type':'integer'}"));
        changes.createRelation(json("{'collection':'a-b','field':'to','related_collection':'" + "x".repeat(63)
                + "','meta':{},'schema':{}}"));
        changes.deleteField("a-b", "group");
        changes.deleteCollection("x".repeat(63));
        assertThat(collection("a-b").fields()).doesNotContainKey("group").containsKey("to");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "H2|{'field':'f','type':'nothing'}",
                "POSTGRESQL|{'field':'f','type':'nothing'}",
                "H2|{'field':'f','type':'geometry.Point'}",
                "H2|{'field':'f'}",
                "H2|{'field':'f','type':'integer','schema':{'default_value':'many'}}",
                "POSTGRESQL|{'field':'f','type':'integer','schema':{'default_value':'many'}}",
                "H2|{'field':'f','type':'string','schema':{'max_length':2000000000}}",
                "H2|{'field':'f','type':'decimal','schema':{'numeric_precision':3,'numeric_scale':5}}",
                "H2|{'field':'f','type':'string','schema':{'has_auto_increment':true}}",
                "H2|{'field':'f','type':'integer','schema':{'is_primary_key':true}}",
                "H2|{'field':'f','type':'json','schema':{'is_unique':true}}",
                "POSTGRESQL|{'field':'f','type':'json','schema':{'is_unique':true}}",
                "H2|{'field':'text','type':'string'}"
            })
    void unfitFieldsAreRefused(TestDatabase kind, String body) {
        open(kind);
        changes.createCollection(
                json("{'collection':'notes','meta':{},'schema':{},'fields':[{'field':'text','type':'text'}]}"));
        refused("INVALID_PAYLOAD", () -> changes.createField("notes", json(body)));
        assertThat(collection("notes").fields().keySet()).containsExactly("id", "text");
    }

    @ParameterizedTest
    @EnumSource
    void aFieldThatMustNotBeNullNeedsADefaultWhereItemsAre(TestDatabase kind) {
        open(kind);
        changes.createCollection(json("{'collection':'notes','meta':{},'schema':{}}"));
        changes.createField("notes", json("{'field':'early','type':'string','schema':{'is_nullable':false}}"));
        insert("notes", "early", "x");
        refused(
                "CONTAINS_NULL_VALUES",
                () -> changes.createField(
                        "notes", json("{'field':'late','type':'string','schema':{'is_nullable':false}}")));
        changes.createField(
                "notes", json("{'field':'late','type':'string','schema':{'is_nullable':false,'default_value':'d'}}"));
        assertThat(value("notes", "late")).isEqualTo("d");
        insert("notes", "early", "y");
        refused(
                "RECORD_NOT_UNIQUE",
                () -> changes.createField(
                        "notes",
                        json("{'field':'same','type':'string','schema':{'default_value':'d','is_unique':true}}")));
        assertThat(collection("notes").fields()).doesNotContainKey("same");
    }

    @ParameterizedTest
    @EnumSource
    void aRelationIsGuardedByTheDatabase(TestDatabase kind) {
        open(kind);
        authorsAndBooks();
        changes.createRelation(json("{'collection':'books','field':'author','related_collection':'authors',"
                + "'schema':{'on_delete':'SET NULL'},'meta':{'one_field':'books','sort_field':null}}"));
        Relation relation = store.schema().reference("books", "author").orElseThrow();
        assertThat(relation.oneField()).isEqualTo("books");
        assertThat(store.schema().list("authors", "books")).contains(relation);
        insert("authors", "name", "Ada");
        insert("books", "author", 1);
        store.database().sql().deleteFrom(store.database().table("authors")).execute();
        assertThat(value("books", "author")).isNull();
        refused(
                "INVALID_PAYLOAD",
                () -> changes.createRelation(
                        json("{'collection':'books','field':'author','related_collection':'authors'}")));
        changes.deleteRelation("books", "author");
        assertThat(store.schema().reference("books", "author")).isEmpty();
        assertThat(collection("books").fields()).containsKey("author");
    }

    @ParameterizedTest
    @EnumSource
    void relationsThatCannotHoldAreRefused(TestDatabase kind) {
        open(kind);
        authorsAndBooks();
        for (String body : new String[] {
            "{'collection':'nothing','field':'author','related_collection':'authors'}",
            "{'collection':'books','field':'nothing','related_collection':'authors'}",
            "{'collection':'books','field':'author','related_collection':'nothing'}",
            "{'collection':'books','field':'title','related_collection':'authors'}",
            "{'collection':'authors','field':'books','related_collection':'books'}",
            "{'collection':'books','field':'author','related_collection':null,'meta':{}}",
            "{'collection':'books','field':'author','related_collection':'authors','schema':{'on_delete':'EXPLODE'}}"
        }) {
            refused("INVALID_PAYLOAD", () -> changes.createRelation(json(body)));
        }
        insert("books", "author", 7);
        refused(
                "INVALID_FOREIGN_KEY",
                () -> changes.createRelation(
                        json("{'collection':'books','field':'author','related_collection':'authors','meta':{}}")));
        assertThat(store.schema().reference("books", "author")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRelationToAnyHasNoForeignKey(TestDatabase kind) {
        open(kind);
        authorsAndBooks();
        changes.createField("books", json("{'field':'item','type':'string','meta':{'special':null}}"));
        changes.createField("books", json("{'field':'collection','type':'string','meta':{}}"));
        changes.createRelation(json("{'collection':'books','field':'item','related_collection':null,'schema':null,"
                + "'meta':{'one_collection_field':'collection','one_allowed_collections':['authors','books'],"
                + "'one_deselect_action':'delete'}}"));
        Relation relation = store.schema().reference("books", "item").orElseThrow();
        assertThat(relation.isToAny()).isTrue();
        assertThat(relation.allowed()).containsExactly("authors", "books");
        assertThat(relation.deletesDeselected()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void metadataChangeWithoutTheTable(TestDatabase kind) {
        open(kind);
        authorsAndBooks();
        changes.createField("books", json("{'field':'bare','type':'string'}"));
        changes.updateCollection(
                "books", json("{'singleton':true,'accountability':null,'sort_field':'title','hidden':null}"));
        assertThat(collection("books").singleton()).isTrue();
        assertThat(collection("books").tracking()).isNull();
        assertThat(collection("books").sortField()).isEqualTo("title");
        changes.updateCollection("books", json("{'status':'inactive'}"));
        assertThat(collection("books").active()).isFalse();
        changes.updateField("books", "title", json("{'special':['conceal'],'searchable':false}"));
        assertThat(field("books", "title").isConcealed()).isTrue();
        assertThat(field("books", "title").searchable()).isFalse();
        changes.updateField("books", "bare", json("{'validation':{'bare':{'_eq':'x'}}}"));
        assertThat(field("books", "bare").validation().has("bare")).isTrue();
        changes.createRelation(
                json("{'collection':'books','field':'author','related_collection':'authors','schema':{}}"));
        assertThat(store.schema().reference("books", "author").orElseThrow().oneField())
                .isNull();
        changes.updateRelation("books", "author", json("{'one_field':'books'}"));
        assertThat(store.schema().list("authors", "books")).isPresent();
        refused("FORBIDDEN", () -> changes.updateCollection("nothing", json("{}")));
        refused("FORBIDDEN", () -> changes.updateField("books", "nothing", json("{}")));
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedCollectionLeavesNothingBehind(TestDatabase kind) {
        open(kind);
        authorsAndBooks();
        changes.createRelation(json("{'collection':'books','field':'author','related_collection':'authors',"
                + "'schema':{},'meta':{'one_field':'books'}}"));
        changes.deleteCollection("books");
        assertThat(store.schema().collection("books")).isEmpty();
        assertThat(collection("authors").fields()).doesNotContainKey("books");
        assertThat(rows(Metadata.RELATIONS)).isZero();
        changes.createCollection(json("{'collection':'books','meta':{},'schema':{},'fields':["
                + "{'field':'author','type':'integer','meta':{}}]}"));
        changes.createRelation(json(
                "{'collection':'books','field':'author','related_collection':'authors'," + "'schema':{},'meta':{}}"));
        changes.deleteCollection("authors");
        assertThat(collection("books").fields().keySet()).containsExactly("id", "author");
        assertThat(store.schema().reference("books", "author")).isEmpty();
        refused("FORBIDDEN", () -> changes.deleteCollection("authors"));
        refused("INVALID_PAYLOAD", () -> changes.deleteCollection("directus_users"));
        refused("INVALID_PAYLOAD", () -> changes.deleteCollection("flows_schema_history"));
    }

    @ParameterizedTest
    @EnumSource
    void aDeletedFieldTakesItsColumnAndItsRelations(TestDatabase kind) {
        open(kind);
        authorsAndBooks();
        changes.createRelation(json("{'collection':'books','field':'author','related_collection':'authors',"
                + "'schema':{},'meta':{'one_field':'books'}}"));
        changes.deleteField("authors", "books");
        assertThat(store.schema().reference("books", "author").orElseThrow().oneField())
                .isNull();
        changes.deleteField("books", "author");
        assertThat(collection("books").fields().keySet()).containsExactly("id", "title");
        assertThat(rows(Metadata.RELATIONS)).isZero();
        refused("INVALID_PAYLOAD", () -> changes.deleteField("books", "id"));
        refused("INVALID_PAYLOAD", () -> changes.deleteField("directus_users", "password"));
    }

    @ParameterizedTest
    @EnumSource
    void usersMayHaveFurtherFields(TestDatabase kind) {
        open(kind);
        changes.createField("directus_users", json("{'field':'phone','type':'string','meta':{'special':['conceal']}}"));
        assertThat(field("directus_users", "phone").isConcealed()).isTrue();
        changes.deleteField("directus_users", "phone");
        assertThat(collection("directus_users").fields()).doesNotContainKey("phone");
    }

    @ParameterizedTest
    @EnumSource
    void whatFailsHalfWayIsTakenBack(TestDatabase kind) {
        open(kind);
        String tooLong = "n".repeat(300);
        refused(
                "INVALID_PAYLOAD",
                () -> changes.createCollection(
                        json("{'collection':'notes','meta':{'display_template':'" + tooLong + "'},'schema':{}}")));
        refused(
                "INVALID_FOREIGN_KEY",
                () -> changes.createCollection(json("{'collection':'notes','meta':{'group':'nothing'},'schema':{}}")));
        assertThat(new TableChanges(store.database()).exists("notes")).isFalse();
        authorsAndBooks();
        refused(
                "INVALID_PAYLOAD",
                () -> changes.createField(
                        "books", json("{'field':'f','type':'string','meta':{'interface':'" + tooLong + "'}}")));
        refused(
                "INVALID_PAYLOAD",
                () -> changes.createField("books", json("{'field':'f','type':'string','meta':{'sort':'many'}}")));
        assertThat(collection("books").fields()).doesNotContainKey("f");
    }

    @ParameterizedTest
    @EnumSource
    void aDatabaseWithoutMetadataCanBeChangedToo(TestDatabase kind) {
        store = kind.bare();
        changes = new SchemaChanges(store.database(), store.reader());
        store.database()
                .sql()
                .createSchemaIfNotExists(store.database().schema())
                .execute();
        changes.createCollection(json("{'collection':'notes','meta':{'note':'x'},'schema':{}}"));
        changes.createField("notes", json("{'field':'text','type':'text','meta':{}}"));
        assertThat(collection("notes").fields().keySet()).containsExactly("id", "text");
        changes.deleteCollection("notes");
        assertThat(store.schema().collections()).isEmpty();
    }

    private void authorsAndBooks() {
        changes.createCollection(
                json(
                        "{'collection':'authors','meta':{},'schema':{},'fields':["
                                + "{'field':'name','type':'string','meta':{}},{'field':'books','type':'alias','meta':{'special':['o2m']}}]}"));
        changes.createCollection(json("{'collection':'books','meta':{},'schema':{},'fields':["
                + "{'field':'title','type':'string','meta':{}},{'field':'author','type':'integer','meta':{}}]}"));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ItemException.class, refusal -> assertThat(
                        refusal.value().toString() + refusal.getMessage())
                .contains(code));
    }

    private static JsonNode json(String text) {
        try {
            return Json.parse(text.replace("''", "\u0001").replace('\'', '"').replace('\u0001', '\''));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private CollectionSchema collection(String name) {
        return store.schema().collection(name).orElseThrow();
    }

    private FieldSchema field(String collection, String name) {
        return collection(collection).field(name).orElseThrow();
    }

    private Column column(String collection, String name) {
        return Objects.requireNonNull(field(collection, name).column());
    }

    private void insert(String table, String column, Object value) {
        store.database()
                .sql()
                .insertInto(store.database().table(table))
                .columns(DSL.field(DSL.name(column)))
                .values(value)
                .execute();
    }

    private Object value(String table, String column) {
        return store.database()
                .sql()
                .select(DSL.field(DSL.name(column)))
                .from(store.database().table(table))
                .fetchAny(0);
    }

    private int rows(String table) {
        return store.database().sql().fetchCount(store.database().table(table));
    }
}
