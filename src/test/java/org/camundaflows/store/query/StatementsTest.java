package org.camundaflows.store.query;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import org.camundaflows.store.sql.Database;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How many statements reads take, and that they do not grow with what they find. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatementsTest {

    private final CountedStatements counted = new CountedStatements();
    private World world;
    private WorldDatabase database;
    private ItemReader reader;

    @BeforeAll
    void open() throws IOException {
        world = World.shop("shop");
        database = WorldDatabase.h2().with(world);
        for (int i = 100; i < 160; i++) {
            ObjectNode article = JsonNodeFactory.instance.objectNode();
            article.put("id", i).put("title", "Article " + i).put("author", i % 3 + 1);
            database.insert(world.schema().collection("articles").orElseThrow(), article);
            ObjectNode comment = JsonNodeFactory.instance.objectNode();
            comment.put("id", i).put("article", i).put("text", "Comment");
            database.insert(world.schema().collection("comments").orElseThrow(), comment);
        }
        Database noted = new Database(
                counted.of(database.source()),
                SQLDialect.H2,
                database.database().schema());
        reader = new ItemReader(noted, world::schema, ZoneOffset.UTC, QueryLimits.DEFAULT);
    }

    @AfterAll
    void close() throws Exception {
        database.close();
    }

    private List<String> statements(String user, String query) {
        counted.statements().clear();
        reader.read("articles", QueryReader.sanitised(ItemReading.json(query)), WorldRights.of(world, user));
        return List.copyOf(counted.statements());
    }

    @Test
    void eachRelationTakesOneStatement() {
        assertThat(statements("admin", "{}")).as("keys of comments and topics").hasSize(3);
        assertThat(statements("admin", "{'fields':['id','author.name','comments.text']}"))
                .hasSize(3);
        assertThat(statements("editor", "{'fields':['author.articles.comments.text','topics.topics_id.label']}"))
                .hasSize(6);
        assertThat(statements("admin", "{'fields':['id','comments.id'],'deep':{'comments':{'_limit':1}}}"))
                .hasSize(2);
    }

    @Test
    void filtersTakeNone() {
        assertThat(
                        statements(
                                "editor",
                                "{'fields':'id','filter':{'comments':{'text':'Comment'},'author':{'name':'Ada'},'count(comments)':1},'sort':'author.name'}"))
                .hasSize(1);
    }

    @Test
    void nothingIsAskedForNothing() {
        assertThat(statements("admin", "{'limit':0}")).isEmpty();
        assertThat(statements("admin", "{'filter':{'id':0},'fields':'*.*'}")).hasSize(1);
        assertThat(statements("admin", "{'fields':'author.name','filter':{'id':4}}"))
                .hasSize(1);
    }

    @Test
    void theTextOfAStatementDoesNotGrowWithItsKeys() {
        String few = statements("admin", "{'fields':'comments.id','limit':30}").get(1);
        String many = statements("admin", "{'fields':'comments.id','limit':60}").get(1);
        assertThat(many).isEqualTo(few);
    }
}
