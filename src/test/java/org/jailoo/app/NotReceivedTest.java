package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.NotReceived.Answer;
import org.jailoo.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Only what the lead has said to hold is received; what was handed over may lie in a ditch with its memory stick. */
class NotReceivedTest {
    @TempDir
    Path folder;

    private Laptop a;
    private Laptop lead;
    private Laptop other;

    @BeforeEach
    void friends() {
        List<Laptop> all = Laptop.friends(folder, "A7", "lead", "B2");
        a = all.get(0);
        lead = all.get(1);
        other = all.get(2);
    }

    @AfterEach
    void close() {
        a.close();
        lead.close();
        other.close();
    }

    private Answer look() {
        return new NotReceived(a.notebook).look();
    }

    @Test
    void whileNobodyIsNamedTheTrustedDevicesAreOffered() {
        a.interview("a");
        Answer answer = look();
        assertThat(answer.lead()).isNull();
        assertThat(answer.choice())
                .extracting(d -> d.card().deviceId())
                .containsExactlyInAnyOrder(lead.device(), other.device());
    }

    @Test
    void handedOverIsNotReceivedUntilTheLeadSaysSo() throws Exception {
        new Lead(a.notebook).name(lead.device());
        assertThat(look().records()).isZero();
        String first = a.interview("a");
        a.edits(first, "code", "A7-0001");
        a.interview("b");
        assertThat(look()).satisfies(answer -> {
            assertThat(answer.records()).isEqualTo(2);
            assertThat(answer.unconfirmed()).isZero();
            assertThat(answer.oldest()).isEqualTo("2024-05-06T07:08:09Z");
            assertThat(answer.handedOver()).isNull();
        });

        Path bundle = a.export(Choice.ALL, lead);
        assertThat(look().unconfirmed()).isEqualTo(2);
        assertThat(look().records()).isEqualTo(2);
        assertThat(look().handedOver()).isEqualTo("2024-05-06T07:08:09Z");
        a.interview("c");
        a.edits(first, "code", "A7-0002");
        assertThat(look().records()).isEqualTo(3);
        assertThat(look().unconfirmed()).as("the first was changed since").isEqualTo(1);

        lead.takes(bundle);
        a.takes(lead.export(Choice.RECEIPT, a));
        assertThat(look().records())
                .as("the change and the third are still here alone")
                .isEqualTo(2);
        assertThat(look().unconfirmed()).isZero();

        lead.takes(a.export(Choice.CHANGES, lead));
        a.takes(lead.export(Choice.ALL, a));
        assertThat(look().records()).isZero();
        assertThat(look().oldest()).isNull();
    }

    @Test
    void theWordOfAnotherDeviceDoesNotCount() throws Exception {
        new Lead(a.notebook).name(lead.device());
        a.interview("a");
        other.takes(a.export(Choice.ALL, other));
        a.takes(other.export(Choice.RECEIPT, a));
        assertThat(look().records()).isEqualTo(1);
        assertThat(look().unconfirmed())
                .as("it was handed over to somebody else")
                .isZero();
    }

    @Test
    void whatCameFromOthersWaitsTooAndIdentitiesDoNot() throws Exception {
        new Lead(a.notebook).name(lead.device());
        String theirs = other.interview("theirs");
        a.takes(other.export(Choice.ALL, a));
        a.save(a.form("identity", null), Map.of("fullName", Json.of("Айгүл")));
        assertThat(look().records()).isEqualTo(1);
        a.purges(theirs);
        assertThat(look().records())
                .as("that it was erased must reach the lead")
                .isEqualTo(1);
    }
}
