package org.jailoo.ui.interview;

import java.util.List;
import java.util.Map;

/** The indicators of forced labour that a violation often goes with: shown first, never ticked by themselves. */
final class Indicators {
    private static final Map<String, List<String>> OFTEN = Map.ofEntries(
            Map.entry("document-retention", List.of("document-retention", "restriction-of-movement")),
            Map.entry("debt-bondage", List.of("debt-bondage", "wage-withholding")),
            Map.entry("deception", List.of("deception", "abuse-of-vulnerability")),
            Map.entry("movement-restricted", List.of("restriction-of-movement", "isolation")),
            Map.entry("isolation", List.of("isolation", "restriction-of-movement")),
            Map.entry("threats", List.of("intimidation", "abuse-of-vulnerability")),
            Map.entry("wage-withheld", List.of("wage-withholding")),
            Map.entry("wage-delay", List.of("wage-withholding")),
            Map.entry("pay-deduction", List.of("wage-withholding", "debt-bondage")),
            Map.entry("unpaid-overtime", List.of("excessive-overtime", "wage-withholding")),
            Map.entry("excessive-hours", List.of("excessive-overtime", "abusive-conditions")),
            Map.entry("bad-housing", List.of("abusive-conditions", "isolation")),
            Map.entry("unsafe-work", List.of("abusive-conditions")),
            Map.entry("chemical-exposure", List.of("abusive-conditions")),
            Map.entry("degrading-treatment", List.of("abusive-conditions", "intimidation")),
            Map.entry("physical-violence", List.of("violence", "intimidation")),
            Map.entry("sexual-violence", List.of("violence", "abuse-of-vulnerability")),
            Map.entry("rape", List.of("violence", "abuse-of-vulnerability")),
            Map.entry("gang-rape", List.of("violence", "abuse-of-vulnerability")),
            Map.entry("sexual-harassment-contact", List.of("violence", "abuse-of-vulnerability")),
            Map.entry("discrimination-migrant-status", List.of("abuse-of-vulnerability")),
            Map.entry("child-labour", List.of("abuse-of-vulnerability")),
            Map.entry("police-extortion", List.of("intimidation", "abuse-of-vulnerability")),
            Map.entry("forced-labour", List.of("intimidation", "restriction-of-movement", "wage-withholding")),
            Map.entry("trafficking", List.of("deception", "restriction-of-movement", "abuse-of-vulnerability")));

    private Indicators() {}

    static List<String> of(String violation) {
        return OFTEN.getOrDefault(violation, List.of());
    }
}
