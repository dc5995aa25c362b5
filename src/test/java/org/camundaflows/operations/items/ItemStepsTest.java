package org.camundaflows.operations.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.camundaflows.FlowSketch;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.OperationContext;
import org.camundaflows.operation.Options;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operation.Result;
import org.camundaflows.store.items.Items;
import org.camundaflows.store.items.Session;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the item steps make of their options, over item services that write down how they are called. */
class ItemStepsTest {

    private final List<String> calls = new ArrayList<>();
    private final List<Session> sessions = new ArrayList<>();
    private final Items items = (Items) Proxy.newProxyInstance(
            Items.class.getClassLoader(), new Class<?>[] {Items.class}, (proxy, method, arguments) -> {
                sessions.add((Session) arguments[arguments.length - 1]);
                StringBuilder call = new StringBuilder(method.getName());
                for (int i = 0; i < arguments.length - 1; i++) {
                    if (!(arguments[i] instanceof org.camundaflows.store.query.Query)) {
                        call.append(' ').append(arguments[i]);
                    }
                }
                calls.add(call.toString());
                return switch (method.getReturnType().getSimpleName()) {
                    case "List" -> List.of(JsonNodeFactory.instance.numberNode(7));
                    case "ArrayNode" -> JsonNodeFactory.instance.arrayNode();
                    default -> JsonNodeFactory.instance.objectNode();
                };
            });
    private final ItemServices services = new ItemServices(items, (permissions, caller) -> null);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | read c",
                "{'key':null} | read c",
                "{'key':''} | read c",
                "{'key':0} | read c",
                "{'key':[]} | read c",
                "{'key':false} | read c",
                "{'key':5} | readOne c 5",
                "{'key':'5'} | readOne c \"5\"",
                "{'key':[5]} | readOne c 5",
                "{'key':'5,6'} | readMany c [\"5\", \"6\"]",
                "{'key':'5, 6'} | readMany c [\"5\", \" 6\"]",
                "{'key':[5,'x']} | readMany c [5, \"x\"]",
                "{'key':5,'query':{'fields':['a']}} | readOne c 5",
                "{'query':'{\\'limit\\':1}'} | read c",
            })
    void readingTakesKeysInAllForms(String options, String call) {
        run(new ItemReadOperation(services), options);

        assertThat(calls).containsExactly(call);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'payload':{'a':1}} | create c [{\"a\":1}]",
                "{'payload':[{'a':1},{'a':2}]} | create c [{\"a\":1}, {\"a\":2}]",
                "{'payload':'{\\'a\\':1}'} | create c [{\"a\":1}]",
                "{'payload':{}} | create c [{}]",
            })
    void creatingTakesOneOrSeveral(String options, String call) {
        assertThat(run(new ItemCreateOperation(services), options)).isEqualTo("[7]");
        assertThat(calls).containsExactly(call);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'payload':null}", "{'payload':''}", "{'payload':[]}", "{'payload':'null'}"})
    void creatingNothingIsNull(String options) {
        assertThat(run(new ItemCreateOperation(services), options)).isEqualTo("null");
        assertThat(calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'key':'5','payload':{'a':1}} | update c [\"5\"] {\"a\":1} | \"5\"",
                "{'key':[5,6],'payload':{'a':1}} | update c [5, 6] {\"a\":1} | [7]",
                "{'key':'5','query':{},'payload':{'a':1}} | update c [\"5\"] {\"a\":1} | \"5\"",
                "{'query':{'limit':2},'payload':{'a':1}} | updateByQuery c {\"a\":1} | [7]",
                "{'payload':[{'id':1,'a':1}]} | updateBatch c [{\"id\":1,\"a\":1}] | [7]",
            })
    void changingTakesKeysAQueryOrABatch(String options, String call, String result) {
        assertThat(run(new ItemUpdateOperation(services), options)).isEqualTo(result);
        assertThat(calls).containsExactly(call);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'key':'5'}",
                "{'key':'5','payload':{}}",
                "{'key':'5','payload':null}",
                "{'payload':{'a':1}}",
                "{'payload':{'a':1},'query':{}}",
                "{'payload':[]}",
            })
    void changingNothingIsNull(String options) {
        assertThat(run(new ItemUpdateOperation(services), options)).isEqualTo("null");
        assertThat(calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'key':'5','query':{'limit':1},'payload':{'a':1}} | Invalid payload. Cannot use both \"key\" and \"query\".",
                "{'key':'5','payload':[{'id':1}]} | Invalid payload. Cannot use \"key\" or \"query\" with a batch payload.",
                "{'query':{'limit':1},'payload':[{'id':1}]} | Invalid payload. Cannot use \"key\" or \"query\" with a batch payload.",
                "{'key':[{}],'payload':{'a':1}} | Invalid payload. Invalid input.",
                "{'key':[true],'payload':{'a':1}} | Invalid payload. Invalid input.",
                "{'key':'5','payload':7} | Invalid payload. Invalid input.",
                "{'payload':[7]} | Invalid payload. Invalid input.",
            })
    void changingRefusesWhatIsAmbiguous(String options, String message) {
        assertThat(refusal(new ItemUpdateOperation(services), options)).contains(message.replace("\"", "\\\""));
        assertThat(calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'key':'5'} | delete c [\"5\"] | \"5\"",
                "{'key':[5,6]} | delete c [5, 6] | [7]",
                "{'query':{'limit':2}} | deleteByQuery c | [7]",
            })
    void deletingTakesKeysOrAQuery(String options, String call, String result) {
        assertThat(run(new ItemDeleteOperation(services), options)).isEqualTo(result);
        assertThat(calls).containsExactly(call);
    }

    @Test
    void deletingWithoutKeysOrQueryDoesNothing() {
        assertThat(run(new ItemDeleteOperation(services), "{'query':{}}")).isEqualTo("null");
        assertThat(refusal(new ItemDeleteOperation(services), "{'key':1,'query':{'limit':1}}"))
                .contains("Cannot use both");
        assertThat(calls).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"{}, false", "{'emitEvents':true}, true", "{'emitEvents':'x'}, true", "{'emitEvents':false}, false"})
    void eventsAreEmittedOnDemand(String options, boolean emitted) {
        run(new ItemReadOperation(services), options);

        assertThat(sessions.get(0)).isEqualTo(new Session(null, emitted));
    }

    @Test
    void aQueryThatIsNoJsonIsASyntaxError() {
        assertThat(refusal(new ItemReadOperation(services), "{'query':'{nope'}"))
                .contains("SyntaxError");
    }

    @Test
    void theRecordShowsAggregatesAsListsAndSortedKeys() {
        ObjectNode options = options("{'key':['b',10,9],'query':{'aggregate':{'count':'id,name','max':['x']}}}");

        assertThat(new ItemReadOperation(services).recorded(options).path("query"))
                .hasToString("{\"aggregate\":{\"count\":[\"id\",\"name\"],\"max\":[\"x\"]}}");
        assertThat(new ItemUpdateOperation(services).recorded(options).path("key"))
                .hasToString("[10,9,\"b\"]");
        assertThat(options.path("key")).hasToString("[\"b\",10,9]");
    }

    private static String run(Operation operation, String options) {
        try {
            Result result = operation.run(new Options(options(options)), context());
            return ((Result.Resolved) result).value().toString();
        } catch (Rejection e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static String refusal(Operation operation, String options) {
        return String.valueOf(catchThrowableOfType(Rejection.class, () -> run(operation, options))
                .value());
    }

    private static ObjectNode options(String options) {
        String json = options.replace("\\'", "\\\"").replace('\'', '"');
        return ((ObjectNode) FlowSketch.parse(json)).put("collection", "c");
    }

    private static OperationContext context() {
        return (OperationContext) Proxy.newProxyInstance(
                OperationContext.class.getClassLoader(),
                new Class<?>[] {OperationContext.class},
                (proxy, method, arguments) -> NullNode.getInstance());
    }
}
