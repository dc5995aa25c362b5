package org.camundaflows.app.store;

import com.fasterxml.jackson.databind.JsonNode;
import org.camundaflows.operation.Operation;
import org.camundaflows.operation.Rejection;
import org.camundaflows.operations.items.ItemCreateOperation;
import org.camundaflows.operations.items.ItemDeleteOperation;
import org.camundaflows.operations.items.ItemReadOperation;
import org.camundaflows.operations.items.ItemServices;
import org.camundaflows.operations.items.ItemUpdateOperation;
import org.camundaflows.operations.notify.NotificationMails;
import org.camundaflows.operations.notify.NotificationOperation;
import org.camundaflows.security.Accountability;
import org.camundaflows.store.access.PermissionsOption;
import org.camundaflows.store.error.ItemException;
import org.camundaflows.store.items.Items;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The steps that read and write items. */
@Configuration(proxyBeanMethods = false)
class ItemOperationsConfiguration {

    @Bean
    ItemServices itemServices(Items items, PermissionsOption permissions) {
        return new ItemServices(items, (option, caller) -> rejecting(permissions::accountability, option, caller));
    }

    @Bean
    Operation itemCreateOperation(ItemServices services) {
        return new ItemCreateOperation(services);
    }

    @Bean
    Operation itemReadOperation(ItemServices services) {
        return new ItemReadOperation(services);
    }

    @Bean
    Operation itemUpdateOperation(ItemServices services) {
        return new ItemUpdateOperation(services);
    }

    @Bean
    Operation itemDeleteOperation(ItemServices services) {
        return new ItemDeleteOperation(services);
    }

    @Bean
    Operation notificationOperation(Items items, PermissionsOption permissions, NotificationMails mails) {
        return new NotificationOperation(
                items, (option, caller) -> rejecting(permissions::forNotification, option, caller), mails);
    }

    private interface Choice {
        @Nullable
        Accountability of(JsonNode option, JsonNode caller);
    }

    private static @Nullable Accountability rejecting(Choice choice, JsonNode option, JsonNode caller) {
        try {
            return choice.of(option, caller);
        } catch (ItemException e) {
            throw new Rejection(e.value());
        }
    }
}
