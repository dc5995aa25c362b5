package org.camundaflows.store.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camundaflows.security.Accountability;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessRulesTest {

    private final AccessDatabase db = AccessDatabase.today();

    @Test
    void theTreeOfARoleBeginsWithItsOldestAncestor() {
        String top = db.role("top", null);
        String middle = db.role("middle", top);
        String bottom = db.role("bottom", middle);
        assertThat(user(null, bottom, null).roles()).containsExactly(top, middle, bottom);
        assertThat(user(null, bottom, null).role()).isEqualTo(bottom);
    }

    @Test
    void aTreeMayBeOfAnyDepth() {
        String role = db.role("0", null);
        for (int i = 1; i < 100; i++) {
            role = db.role(Integer.toString(i), role);
        }
        assertThat(db.rules.roleTree(role)).hasSize(100);
    }

    @Test
    void cyclesOfRolesAreCut() {
        String one = db.role("one", null);
        String two = db.role("two", one);
        db.execute("update \"directus_roles\" set \"parent\" = cast(? as uuid) where \"name\" = 'one'", two);
        assertThat(db.rules.roleTree(two)).containsExactly(one, two);
        assertThat(db.rules.roleTree(one)).containsExactly(two, one);
    }

    @Test
    void rightsOfAdministratorsAreInheritedFromAncestors() {
        String top = db.role("top", null);
        String bottom = db.role("bottom", top);
        db.grant(top, null, db.policy(true, true, null), 1);
        assertThat(user(null, bottom, null).admin()).isTrue();
        assertThat(user(null, bottom, null).app()).isTrue();
        assertThat(user(null, null, null).admin()).isFalse();
        assertThat(db.rules.adminRoles()).containsExactlyInAnyOrder(top, bottom);
    }

    @Test
    void aUserMayHavePoliciesWithoutARole() {
        String user = db.user("a@b.org", null, "t");
        db.grant(null, user, db.policy(true, false, null), 1);
        assertThat(user(user, null, null).admin()).isTrue();
        assertThat(user(AccessDatabase.id(), null, null).admin()).isFalse();
    }

    @Test
    void thePublicIsNeverAnAdministrator() {
        db.grant(null, null, db.policy(true, true, null), 1);
        Accountability anyone = user(null, null, "10.0.0.1");
        assertThat(anyone.admin()).isFalse();
        assertThat(anyone.app()).isFalse();
        assertThat(db.rights().of(anyone).unrestricted()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            textBlock =
                    """
                    10.0.0.1, true
                    10.0.0.2, false
                    10.1.77.3, true
                    10.2.0.5, true
                    10.2.0.6, false
                    2001:db8::1, true
                    ::ffff:10.0.0.1, true
                    fe80::1%eth0, true
                    localhost, false
                    null, false
                    """)
    void aPolicyMayHoldForSomeAddressesOnly(@Nullable String ip, boolean holds) {
        String role = db.role("r", null);
        db.grant(
                role, null, db.policy(true, false, "10.0.0.1, 10.1.0.0/16,10.2.0.1-10.2.0.5,2001:db8::/32,fe80::1"), 1);
        assertThat(user(null, role, ip).admin()).isEqualTo(holds);
    }

    @Test
    void anAddressThatIsNoneLetsNobodyIn() {
        String role = db.role("r", null);
        db.grant(role, null, db.policy(true, false, "everywhere"), 1);
        assertThat(user(null, role, "10.0.0.1").admin()).isFalse();
    }

    @Test
    void anEmptyListOfAddressesMeansAll() {
        String role = db.role("r", null);
        db.grant(role, null, db.policy(true, false, ""), 1);
        assertThat(user(null, role, null).admin()).isTrue();
    }

    @Test
    void policiesOfChildrenAndThenThoseOfTheUserPrevail() {
        String top = db.role("top", null);
        String bottom = db.role("bottom", top);
        String user = db.user("a@b.org", bottom, "t");
        String own = db.policy(false, false, null);
        String later = db.policy(false, false, null);
        String earlier = db.policy(false, false, null);
        String inherited = db.policy(false, false, null);
        String ofPublic = db.policy(false, false, null);
        db.grant(null, user, own, 1);
        db.grant(bottom, null, later, 7);
        db.grant(bottom, null, earlier, 3);
        db.grant(top, null, inherited, 9);
        db.grant(null, null, ofPublic, 1);
        assertThat(policies(user(user, bottom, null))).containsExactly(inherited, earlier, later, own);
        assertThat(policies(user(user, null, null))).containsExactly(ofPublic, own);
        assertThat(policies(user(null, null, null))).containsExactly(ofPublic);
    }

    @Test
    void aRoleThatIsNotThereGivesWhatThePublicHas() {
        Accountability lost = user(null, AccessDatabase.id(), null);
        assertThat(lost.roles()).isEmpty();
        assertThat(db.rules.role("no id at all")).isEmpty();
    }

    @Test
    void rolesAreFoundByNameToo() {
        String role = db.role("Editors", null);
        assertThat(db.rules.rolesNamed("Editors")).containsExactly(role);
        assertThat(db.rules.rolesNamed(role)).containsExactly(role);
        assertThat(db.rules.rolesNamed("editors")).isEmpty();
    }

    @Test
    void whatIsKnownCostsNoStatement() {
        String role = db.role("r", null);
        String user = db.user("a@b.org", role, "t");
        db.permission(db.policyOf(role), "things", "read", "*", Map.of());
        Accountability caller = user(user, role, "10.0.0.1");
        int before = db.source.connections();
        for (int i = 0; i < 100; i++) {
            assertThat(user(user, role, "10.0.0.1")).isEqualTo(caller);
            assertThat(db.rights().of(caller).permissions("things", Action.READ))
                    .hasSize(1);
        }
        assertThat(db.source.connections()).isEqualTo(before);
    }

    @Test
    void changesElsewhereAreSeenWithinASecond() {
        String role = db.role("r", null);
        assertThat(user(null, role, null).admin()).isFalse();
        db.grant(role, null, db.policy(true, false, null), 1);
        assertThat(user(null, role, null).admin()).isFalse();
        db.clock.pass(Duration.ofSeconds(1));
        assertThat(user(null, role, null).admin()).isTrue();
    }

    @Test
    void changesOfThisServerAreSeenOnceTheyAreCommitted() {
        String role = db.role("r", null);
        assertThat(user(null, role, null).admin()).isFalse();
        db.database.inTransaction(() -> {
            db.grant(role, null, db.policy(true, false, null), 1);
            db.memory.changed("directus_access");
            return role;
        });
        assertThat(user(null, role, null).admin()).isTrue();
    }

    @Test
    void whatATransactionReadsIsNotBelievedOutside() {
        String role = db.role("r", null);
        try {
            db.database.inTransaction(() -> {
                db.grant(role, null, db.policy(true, false, null), 1);
                assertThat(user(null, role, null).admin()).isTrue();
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("rolled back");
        }
        assertThat(user(null, role, null).admin()).isFalse();
    }

    @Test
    void otherTablesDoNotMatter() {
        user(null, null, null);
        int before = db.source.connections();
        db.memory.changed("articles");
        user(null, null, null);
        assertThat(db.source.connections()).isEqualTo(before);
        db.memory.changed("directus_roles");
        user(null, null, null);
        assertThat(db.source.connections()).isGreaterThan(before);
    }

    private Accountability user(@Nullable String user, @Nullable String role, @Nullable String ip) {
        return db.rules.accountability(user, role, ip, null, null);
    }

    private List<String> policies(Accountability caller) {
        return db.rules.policies(caller).stream().map(Policy::id).toList();
    }
}
