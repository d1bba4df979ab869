// semantics §1 "Faults" of the kinds beyond registers, contracts and ratings; §5 for all of them.
#include "tests/core/rules/story.h"

#include "core/facts/kinds.h"

using namespace hengping;
using namespace hengping::test;

namespace {

Words faults_after(const std::vector<std::string>& more) {
  std::string text =
      R"({"format":"hengping.facts","version":1,"facts":[)" + provider_p1 + "," + enterprise_e1 + "," + engagement_c1;
  for (const auto& one : more) text += "," + one;
  return faults_of(text + "]}");
}
const std::string second_provider = replaced(replaced(provider_p1, "\"P1\"", "\"P2\""), "2024-11-05", "2024-11-06");
const std::string of_p2 = replaced(replaced(engagement_c1, "\"C1\"", "\"C2\""), "\"P1\"", "\"P2\"");
const std::string voided_r1 = of_order("voided", "2025-03-10", "R1", R"("reason":"错发")");

}  // namespace

TEST_CASE("Validation: due_on of an order longer than the policy's period needs a reason") {
  CHECK(faults_after({order("R1", "2025-03-03", R"("due_on":"2025-04-02")")}).empty());
  CHECK(faults_after({order("R1", "2025-03-03", R"("due_on":"2025-04-03")")}) ==
        Words{"/facts/3/due_on order.period_too_long"});
  CHECK(faults_after({order("R1", "2025-03-03", R"("due_on":"2025-04-03","reason_for_longer":"进口设备")")}).empty());
  CHECK(faults_after({order("R1", "2025-03-03", R"("due_on":"2025-04-03","reason_for_longer":"")")}) ==
        Words{"/facts/3/reason_for_longer field.empty"});
  CHECK(faults_after({order("R1", "2025-03-03", R"("due_on":"2025-03-02")")}) ==
        Words{"/facts/3/due_on date.due_before_on"});
}

TEST_CASE("Validation: an extension is after the effective due date that it replaces") {
  const auto extended = [](std::string_view on, std::string_view due) {
    return of_order("extended", on, "R1", R"("due_on":")" + std::string(due) + R"(","reason":"设备未到")");
  };
  CHECK(faults_after({order("R1", "2025-03-03"), extended("2025-03-20", "2025-04-02")}) ==
        Words{"/facts/4/due_on order.not_extended"});
  CHECK(faults_after({order("R1", "2025-03-03"), extended("2025-03-20", "2025-04-03")}).empty());
  CHECK(faults_after({order("R1", "2025-03-03"), extended("2025-03-25", "2025-04-10"),
                      extended("2025-03-20", "2025-04-10")}) == Words{"/facts/4/due_on order.not_extended"});
}

TEST_CASE("Validation: a verification needs a submission before it") {
  CHECK(faults_after({order("R1", "2025-03-03"), verified("2025-03-10", "passed")}) ==
        Words{"/facts/4/order order.not_submitted"});
  CHECK(faults_after({order("R1", "2025-03-03"), submitted("2025-03-11"), verified("2025-03-10", "passed")}) ==
        Words{"/facts/5/order order.not_submitted"});
  CHECK(faults_after({order("R1", "2025-03-03"), submitted("2025-03-10"), verified("2025-03-10", "passed")}).empty());
}

TEST_CASE("Validation: nothing names a voided order later") {
  CHECK(faults_after({order("R1", "2025-03-03"), voided_r1, submitted("2025-03-10")}) ==
        Words{"/facts/5/order order.voided"});
  CHECK(faults_after({order("R1", "2025-03-03"), submitted("2025-03-09"), voided_r1}).empty());
  CHECK(faults_after({order("R1", "2025-03-03"), voided_r1, voided_r1}) == Words{"/facts/5/order order.voided"});
  CHECK(faults_after({order("R1", "2025-03-03"), voided_r1,
                      fact("replacement.requested", "2025-03-11",
                           R"("by":"enterprise","engagement":"C1","order":"R1","reason":"更换")")}) ==
        Words{"/facts/5/order order.voided"});
}

TEST_CASE("Validation: a ref has one of the forms, names what exists by then, and is of the provider") {
  const auto order_for = [](std::string_view ref) {
    return fact("rectification.ordered", "2025-06-01",
                R"("order":"R1","provider":"P1","for":[")" + std::string(ref) + "\"]");
  };
  const std::string acceptance = accepted("2025-03-01", "passed");
  CHECK(faults_after({acceptance, order_for("acceptance:C1:2025-03-01")}).empty());
  CHECK(faults_after({acceptance, order_for("acceptance:C1:2025-03-02")}) == Words{"/facts/4/for/0 ref.unknown"});
  CHECK(faults_after({acceptance, order_for("acceptance:C1")}) == Words{"/facts/4/for/0 ref.form"});
  CHECK(faults_after({order_for("change:P1:uscc:2025-03-01")}) == Words{"/facts/3/for/0 ref.form"});
  CHECK(faults_after({order_for("F9")}) == Words{"/facts/3/for/0 ref.unknown"});
  CHECK(faults_after({finding("F1", "2025-07-01", "6.1"), order_for("F1")}) == Words{"/facts/4/for/0 ref.unknown"});
  CHECK(faults_after({finding("F1", "2025-05-01", "6.1"), order_for("F1")}).empty());  // it need not be a trigger yet
  CHECK(faults_after({second_provider, of_p2, accepted("2025-03-01", "failed", "C2"),
                      order_for("acceptance:C2:2025-03-01")}) == Words{"/facts/6/for/0 belongs.ref"});
  CHECK(faults_after({fact("trigger.waived", "2025-03-01", R"("provider":"P1","ref":"F1","reason":"轻微")")}) ==
        Words{"/facts/3/ref ref.unknown"});
}

TEST_CASE("Validation: what is named beside a provider or contract is of it") {
  CHECK(faults_after({second_provider, of_p2, order("R1", "2025-03-03", R"("engagement":"C2")")}) ==
        Words{"/facts/5/engagement belongs.engagement"});
  CHECK(faults_after({second_provider, of_p2,
                      fact("inspection.conducted", "2025-03-01",
                           R"("inspection":"I1","provider":"P1","engagement":"C2","checklist":"x","answers":{})")}) ==
        Words{"/facts/5/engagement belongs.engagement"});
  const std::string inspection =
      fact("inspection.conducted", "2025-03-01", R"("inspection":"I1","provider":"P2","checklist":"x","answers":{})");
  CHECK(faults_after({second_provider, inspection,
                      replaced(finding("F1", "2025-03-02", "6.1"), "\"article\"", R"("inspection":"I1","article")")}) ==
        Words{"/facts/5/inspection belongs.inspection"});
  CHECK(faults_after({second_provider, of_p2, order("R1", "2025-03-03"),
                      fact("replacement.requested", "2025-04-11",
                           R"("by":"enterprise","engagement":"C2","order":"R1","reason":"更换")")}) ==
        Words{"/facts/6/order belongs.order"});
}

TEST_CASE("Validation: complaints and findings share one name space, but are not each other") {
  const std::string complaint =
      fact("complaint.filed", "2025-03-01",
           R"("by":"enterprise","complaint":"F1","engagement":"C1","article":"7.1","text":"x")");
  CHECK(faults_after({finding("F1", "2025-03-01", "6.1"), complaint}) == Words{"/facts/4/complaint identifier.exists"});
  CHECK(faults_after({complaint, confirmed("F1", "2025-03-02")}) == Words{"/facts/4/finding identifier.unknown"});
}

TEST_CASE("Validation: a need is unique within its contract and comes from one of the same contract") {
  const auto need = [](std::string_view id, std::string_view more) {
    return fact("need.listed", "2025-03-01",
                R"("by":"provider","engagement":"C1","need":")" + std::string(id) +
                    R"(","list":"problem","tag":"N","text":"排产靠人工")" + std::string(more));
  };
  CHECK(faults_after({need("N1", ""), need("N2", R"(,"from":"N1")")}).empty());
  CHECK(faults_after({need("N1", ""), need("N1", "")}) == Words{"/facts/4/need identifier.exists"});
  CHECK(faults_after({need("N1", R"(,"from":"N2")")}) == Words{"/facts/3/from identifier.unknown"});
}

TEST_CASE("Validation: articles that exist and may stand there") {
  for (const char* article : {"5.7", "6.6", "7.5", "9.4", "9.6"})
    CHECK(faults_after({finding("F1", "2025-03-01", article)}).empty());
  for (const char* article : {"5.8", "6.7", "7.6", "9.3", "9.7", "8.1", "7", "7.10", ""}) {
    CHECK(faults_after({finding("F1", "2025-03-01", article)}) == Words{"/facts/3/article field.article"});
  }
}

TEST_CASE("Validation: a change is not dated after its report, and only what Article 7(2) names can be reported") {
  const auto change = [](std::string_view field, std::string_view value, std::string_view changed_on) {
    return fact("provider.change_reported", "2025-03-01",
                R"("provider":"P1","field":")" + std::string(field) + R"(","value":)" + std::string(value) +
                    R"(,"changed_on":")" + std::string(changed_on) + "\"");
  };
  CHECK(faults_after({change("address", "\"新址\"", "2025-03-01")}).empty());
  CHECK(faults_after({change("address", "\"新址\"", "2025-03-02")}) ==
        Words{"/facts/3/changed_on date.changed_after_on"});
  CHECK(faults_after({change("uscc", "\"91220101MA00000013\"", "2025-03-01")}) == Words{"/facts/3/field field.choice"});
  CHECK(faults_after({change("registered_capital", "\"-1\"", "2025-03-01")}) == Words{"/facts/3/value field.money"});
  CHECK(faults_after({fact("provider.corrected", "2025-03-01",
                           R"("provider":"P1","field":"uscc","value":"91220101MA00000014","reason":"误录")")}) ==
        Words{"/facts/3/value field.uscc_check"});
}

TEST_CASE("Validation: an amended plan begins after the day of signing") {
  const auto amended = [](std::string_view on) {
    return fact(
        "engagement.amended", "2025-03-01",
        R"("engagement":"C1","plan":[{"on":")" + std::string(on) + R"(","percent":5}],"consented":true,"reason":"x")");
  };
  CHECK(faults_after({amended("2024-12-01")}) == Words{"/facts/3/plan/0/on plan.before_signing"});
  CHECK(faults_after({amended("2024-12-02")}).empty());
}

TEST_CASE("Rights: who may state each kind, as semantics §5 lists it") {
  // bureau: b own, f only from a paper form; the others by their first letter.
  const std::pair<const char*, const char*> rights[] = {{"provider.registered", "b"},
                                                        {"provider.corrected", "b"},
                                                        {"provider.change_reported", "bp"},
                                                        {"provider.reinstated", "b"},
                                                        {"enterprise.registered", "b"},
                                                        {"enterprise.removed", "b"},
                                                        {"engagement.signed", "be"},
                                                        {"engagement.amended", "be"},
                                                        {"engagement.ended", "b"},
                                                        {"need.listed", "bp"},
                                                        {"deliverable.submitted", "bp"},
                                                        {"progress.reported", "bip"},
                                                        {"assessment.recorded", "bv"},
                                                        {"acceptance.concluded", "be"},
                                                        {"rating.given", "fe"},
                                                        {"rating.withdrawn", "fe"},
                                                        {"complaint.filed", "fe"},
                                                        {"complaint.upheld", "b"},
                                                        {"complaint.dismissed", "b"},
                                                        {"inspection.conducted", "bi"},
                                                        {"finding.raised", "bi"},
                                                        {"finding.confirmed", "b"},
                                                        {"finding.dismissed", "b"},
                                                        {"trigger.waived", "b"},
                                                        {"rectification.ordered", "b"},
                                                        {"rectification.extended", "b"},
                                                        {"rectification.submitted", "fp"},
                                                        {"rectification.verified", "bi"},
                                                        {"rectification.refused", "b"},
                                                        {"rectification.voided", "b"},
                                                        {"replacement.requested", "fe"},
                                                        {"replacement.approved", "b"},
                                                        {"replacement.rejected", "b"},
                                                        {"disqualification.noticed", "b"},
                                                        {"disqualification.replied", "fp"},
                                                        {"disqualification.decided", "b"},
                                                        {"disqualification.appealed", "fp"},
                                                        {"disqualification.appeal_decided", "b"},
                                                        {"award.given", "b"},
                                                        {"award.revoked", "b"},
                                                        {"policy.adopted", "b"}};
  CHECK(std::size(rights) == kinds().size());
  for (const auto& [name, who] : rights) {
    INFO(name);
    const auto kind = find_kind(name);
    REQUIRE(kind);
    const std::string_view letters(who);
    const auto has = [letters](char letter) { return letters.find(letter) != std::string_view::npos; };
    CHECK(may_state(Role::bureau, *kind, false) == has('b'));
    CHECK(may_state(Role::bureau, *kind, true));
    CHECK(may_state(Role::enterprise, *kind, false) == has('e'));
    CHECK(may_state(Role::inspector, *kind, false) == has('i'));
    CHECK(may_state(Role::provider, *kind, false) == has('p'));
    CHECK(may_state(Role::evaluator, *kind, false) == has('v'));
  }
}

TEST_CASE("Faults do not cascade: a waiver whose ref cannot be read is one fault") {
  const auto waived = [](std::string_view ref) {
    return fact("trigger.waived", "2025-03-01", R"("provider":"P1",)" + std::string(ref) + R"("reason":"情节轻微")");
  };
  CHECK(faults_of(facts_file({provider_p1, waived("")})) == Words{"/facts/1/ref field.missing"});
  CHECK(faults_of(facts_file({provider_p1, waived(R"("ref":7,)")})) == Words{"/facts/1/ref field.type"});
  CHECK(faults_of(facts_file({provider_p1, waived(R"("ref":":",)")})) == Words{"/facts/1/ref ref.form"});
  CHECK(faults_of(facts_file({provider_p1, waived(R"("ref":"F9",)")})) == Words{"/facts/1/ref ref.unknown"});
}

TEST_CASE("Faults do not cascade: a need without a sound date does not find itself") {
  const std::string need =
      fact("need.listed", "2025-02-30", R"("engagement":"C1","need":"N1","list":"problem","tag":"N","text":"排产")");
  const Words faults = faults_after({need});
  REQUIRE(faults.size() == 1);
  CHECK(faults[0].starts_with("/facts/3/on "));
}

TEST_CASE("Faults do not cascade: what a fact with a fault would have triggered can be referred to") {
  const auto ordered = [](std::string_view ref) {
    return fact("rectification.ordered", "2025-04-10",
                R"("order":"R1","provider":"P1","for":[")" + std::string(ref) + "\"]");
  };
  CHECK(faults_after({fact("acceptance.concluded", "2025-04-01", R"("engagement":"C1","outcome":"failed","x":1)"),
                      ordered("acceptance:C1:2025-04-01")}) == Words{"/facts/3/x field.unknown"});
  CHECK(
      faults_after({fact("provider.change_reported", "2025-04-01",
                         R"("by":"evaluator","provider":"P1","field":"name","value":"新名","changed_on":"2025-03-01")"),
                    ordered("change:P1:name:2025-03-01")}) == Words{"/facts/3/by role.not_allowed"});
  CHECK(faults_after({fact("engagement.amended", "2025-04-01", R"("engagement":"C1","amount":"1","consented":false)"),
                      ordered("amendment:C1:2025-04-01")}) == Words{"/facts/3/reason field.missing"});
}

TEST_CASE("Faults: a correction that names no field lacks its value all the same") {
  CHECK(faults_after({fact("provider.corrected", "2025-01-01", R"("provider":"P1","reason":"笔误")")}) ==
        Words{"/facts/3/field field.missing", "/facts/3/value field.missing"});
}
