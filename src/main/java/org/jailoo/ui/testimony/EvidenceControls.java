package org.jailoo.ui.testimony;

import javafx.scene.Node;
import org.jailoo.app.Evidence;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.ui.form.OwnControls;
import org.jailoo.ui.form.Page;
import org.jspecify.annotations.Nullable;

/** Which testimonies support a recommendation, and which recommendations rest on a testimony, on their forms. */
public final class EvidenceControls implements OwnControls {
    private final Evidence evidence;

    public EvidenceControls(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public @Nullable Node control(Page page, Field field) {
        boolean own = page.form().typeName().equals("recommendation")
                && field.name().equals("evidence")
                && field.kind() instanceof FieldKind.References references
                && references.type().equals("interview");
        return own ? new EvidencePane(page, field, evidence) : null;
    }

    @Override
    public @Nullable Node card(Page page) {
        boolean interview =
                page.form().typeName().equals("interview") && page.form().state() != null;
        return interview ? new SupportsCard(page, evidence) : null;
    }
}
