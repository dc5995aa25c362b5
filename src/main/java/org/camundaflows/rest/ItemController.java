package org.camundaflows.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.schema.CollectionSchema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /items/{collection}}, and the routes that Directus's own collections have in place of it (specification: api,
 * section 4). Open to all callers: what they may do follows from their rights.
 */
@RestController
public final class ItemController {

    /** Directus's own collections that have routes, without the beginning of their names. */
    private static final String NAMES =
            "users|roles|policies|access|permissions|notifications|folders|activity|revisions"
                    + "|settings|flows|operations";

    /** The routes, as patterns of paths. */
    public static final List<String> ROUTES = Stream.concat(
                    Stream.of("/items/**"),
                    Stream.of(NAMES.split("\\|")).flatMap(route -> Stream.of("/" + route, "/" + route + "/*")))
            .toList();

    private final ItemRoutes routes;

    public ItemController(ItemRoutes routes) {
        this.routes = routes;
    }

    @RequestMapping({"/items/{collection}", "/items/{collection}/{key}"})
    public ResponseEntity<String> items(
            @PathVariable String collection,
            @PathVariable(required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        if (CollectionSchema.isSystem(collection)) {
            return routes.refused(ItemErrors.forbidden());
        }
        return routes.handle(new ItemRequest(collection, key, request));
    }

    @RequestMapping({"/{route:" + NAMES + "}", "/{route:" + NAMES + "}/{key}"})
    public ResponseEntity<String> system(
            @PathVariable String route,
            @PathVariable(required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        return routes.handle(new ItemRequest("directus_" + route, key, request));
    }
}
