package org.camundaflows.rest;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.camundaflows.store.error.ItemErrors;
import org.camundaflows.store.schema.CollectionSchema;
import org.camundaflows.trigger.Refusal;
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

    /** Directus's own collections by their routes. */
    private static final Map<String, String> SYSTEM = Map.of(
            "users", "directus_users",
            "roles", "directus_roles",
            "policies", "directus_policies",
            "access", "directus_access",
            "permissions", "directus_permissions",
            "notifications", "directus_notifications",
            "folders", "directus_folders",
            "activity", "directus_activity",
            "revisions", "directus_revisions",
            "settings", "directus_settings");

    /** Where the routes begin. */
    public static final List<String> ROUTES = Stream.concat(
                    Stream.of("/items"), SYSTEM.keySet().stream().sorted().map(route -> "/" + route))
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

    @RequestMapping({
        "/{route:users|roles|policies|access|permissions|notifications|folders|activity|revisions|settings}",
        "/{route:users|roles|policies|access|permissions|notifications|folders|activity|revisions|settings}/{key}"
    })
    public ResponseEntity<String> system(
            @PathVariable String route,
            @PathVariable(required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        String collection = Optional.ofNullable(SYSTEM.get(route))
                .orElseThrow(() -> Refusal.routeNotFound(request.getRequestURI()));
        return routes.handle(new ItemRequest(collection, key, request));
    }
}
