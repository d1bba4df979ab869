#include <catch2/catch_test_macros.hpp>

#include <algorithm>

#include "harness.h"
#include "shell/app/forms.h"
#include "shell/app/json_text.h"
#include "shell/app/typed_text.h"

using namespace hengping;
using namespace hengping::shell;

namespace {

bool warned(const std::vector<FormWarning>& list, WarningKind kind, std::string_view pointer,
            std::string_view subject) {
  return std::any_of(list.begin(), list.end(), [&](const FormWarning& warning) {
    return warning.kind == kind && warning.pointer == pointer && warning.subject == subject;
  });
}

}  // namespace

TEST_CASE("What is typed is tidied only where its meaning is not in doubt") {
  CHECK(trimmed("　 甲 公司 \n") == "甲 公司");
  CHECK(trimmed(" 　 ").empty());
  CHECK(plain_digits("１，２３４．５ 0") == "1234.50");
  CHECK(plain_digits("-5") == "-5");
  CHECK(plain_code(" 9122 0102ma1f4fe12d ") == uscc_a);
}

TEST_CASE("A date is understood in every notation that begins with the year, and nothing is guessed") {
  for (const std::string_view typed : {"2025-01-02", "20250102", "2025.1.2", "2025/01/02", "2025年1月2日",
                                       "2025年01月02号", "２０２５－１－２", " 2025 年 1 月 2 日 "})
    CHECK(typed_date(typed) == "2025-01-02");
  CHECK(typed_date("2024-2-29") == "2024-02-29");
  for (const std::string_view typed :
       {"", "今天", "2025-02-29", "2025-13-01", "02/01/2025", "25-1-2", "202512", "2025-1", "2025-1-2-3", "x2025-1-2",
        "2025-1-2T00", "-2025-1-2", "99999999", "2025-001-2"})
    CHECK(typed_date(typed) == typed);
}

TEST_CASE("Numbers keep the digits that were typed") {
  EngagementForm form;
  form.items = {{"a", "b", "c", "1,000.10", "0.10", std::nullopt}, {"a", "b", "c", "1", "lots", std::nullopt}};
  const std::string text = json_text(make_fact(form, Role::bureau));
  CHECK(text.find(R"("unit_price":"1000.10","quantity":0.10)") != std::string::npos);
  CHECK(text.find(R"("quantity":"lots")") != std::string::npos);
  CHECK(text.find("plan") == std::string::npos);
}

TEST_CASE("The bureau states a party's own words on its behalf, the party by itself") {
  Harness harness;
  harness.open();
  harness.provider("P1");
  harness.enterprise("Q1");
  harness.engagement("E1", "P1", "Q1");
  RatingForm form = new_rating_form(harness.app, "E1");
  CHECK(form.period == "2025-06");
  form.satisfaction = Satisfaction::satisfied;
  const JsonValue by_bureau = make_fact(form, Role::bureau);
  REQUIRE(by_bureau.find("on_behalf") != nullptr);
  CHECK(by_bureau.find("on_behalf")->as_boolean());
  CHECK(harness.app.submit(by_bureau).ok());
  form.period = "2025-05";
  const JsonValue by_enterprise = make_fact(form, Role::enterprise);
  CHECK(by_enterprise.find("on_behalf") == nullptr);
  CHECK(harness.app.submit(by_enterprise).ok());
  form.period = "2025-04";
  const SubmitResult by_inspector = harness.app.submit(make_fact(form, Role::inspector));
  REQUIRE_FALSE(by_inspector.ok());
  CHECK(by_inspector.faults.at(0).pointer == "/by");
}

TEST_CASE("The next identifier goes on with the numbering in use") {
  Harness harness;
  harness.open();
  CHECK(next_provider_id(harness.app) == "P001");
  harness.provider("P001");
  CHECK(next_provider_id(harness.app) == "P002");
  harness.provider("P099", "b", "2999-01-01");  // also what takes effect later
  CHECK(next_provider_id(harness.app) == "P100");
  harness.provider("cc-2025-7", "c");
  CHECK(next_provider_id(harness.app) == "cc-2025-8");
  harness.provider("no-number", "d");
  CHECK(next_provider_id(harness.app) == "cc-2025-8");
  CHECK(next_enterprise_id(harness.app) == "Q001");
  CHECK(next_engagement_id(harness.app) == "E001");
}

TEST_CASE("Periods are offered from the present month back to signing, with what is effective") {
  Harness harness;
  harness.open();
  harness.provider("P1");
  harness.enterprise("Q1");
  harness.engagement("E1", "P1", "Q1", "2025-03-10");
  harness.rating("E1", "2025-Q1", Satisfaction::unsatisfied, "2025-04-01");
  const auto choices = period_choices(harness.app, "E1");
  std::vector<std::string> names;
  names.reserve(choices.size());
  for (const PeriodChoice& choice : choices) names.push_back(choice.period);
  CHECK(names == std::vector<std::string>{"2025-06", "2025-05", "2025-04", "2025-03", "2025-Q2", "2025-Q1", "final"});
  CHECK(choices[5].effective == Satisfaction::unsatisfied);
  CHECK_FALSE(choices[0].effective);
  CHECK(period_choices(harness.app, "E9").size() == 3);
}

TEST_CASE("A credit code is advised on while it is typed") {
  CHECK(uscc_advice("").hint == UsccHint::empty);
  CHECK(uscc_advice("9122").hint == UsccHint::incomplete);
  CHECK(uscc_advice("9122").length == 4);
  CHECK(uscc_advice("912O").hint == UsccHint::impossible);
  CHECK(uscc_advice("９１２２").hint == UsccHint::incomplete);
  CHECK(uscc_advice("甲").hint == UsccHint::impossible);
  CHECK(uscc_advice(uscc_a).hint == UsccHint::good);
  CHECK(uscc_advice("91220102ma1f4fe12d").hint == UsccHint::good);
  const UsccAdvice wrong = uscc_advice("91220102MA1F4FE12X");
  CHECK(wrong.hint == UsccHint::wrong_check);
  CHECK(wrong.expected == "D");
  CHECK(uscc_advice(std::string(uscc_a) + "1").hint == UsccHint::impossible);
}

TEST_CASE("Warnings stand beside their fields and hinder nothing") {
  Harness harness;
  harness.open();
  harness.provider("P1");
  harness.enterprise("Q1");
  harness.engagement("E1", "P1", "Q1", "2025-03-10");
  harness.rating("E1", "2025-05", Satisfaction::satisfied, "2025-06-01");

  ProviderForm provider = new_provider_form(harness.app);
  provider.on = "2025-07-01";
  provider.name = " 甲公司 ";
  provider.uscc = "9122 0102 MA1F4FE12D";
  const auto of_provider = warnings(harness.app, provider);
  CHECK(of_provider.size() == 3);
  CHECK(warned(of_provider, WarningKind::uscc_registered, "/uscc", "P1"));
  CHECK(warned(of_provider, WarningKind::name_registered, "/name", "P1"));
  CHECK(warned(of_provider, WarningKind::date_in_future, "/on", ""));

  EngagementForm engagement = new_engagement_form(harness.app, "P1", "Q1");
  engagement.amount = "1000";
  engagement.items = {{"a", "b", "c", "300.10", "3", std::nullopt}};
  engagement.plan = {{"2025-08-01", "60"}};
  CHECK(items_total(engagement) == "900.30");
  const auto of_engagement = warnings(harness.app, engagement);
  CHECK(warned(of_engagement, WarningKind::amount_differs, "/amount", "900.30"));
  CHECK(warned(of_engagement, WarningKind::plan_incomplete, "/plan/0/percent", ""));
  engagement.amount = "900.3";
  engagement.plan[0].percent = "100.00";
  CHECK(warnings(harness.app, engagement).empty());

  RatingForm rating = new_rating_form(harness.app, "E1");
  rating.on = "2025-03-09";
  rating.period = "2025-05";
  const auto of_rating = warnings(harness.app, rating);
  CHECK(warned(of_rating, WarningKind::rating_before_signing, "/on", "E1"));
  CHECK(warned(of_rating, WarningKind::rating_replaces, "/period", "2025-05"));

  WithdrawalForm withdrawal = new_withdrawal_form(harness.app, "E1", "2025-04");
  CHECK(warned(warnings(harness.app, withdrawal), WarningKind::nothing_to_withdraw, "/period", "2025-04"));
  withdrawal.period = "2025-05";
  CHECK(warnings(harness.app, withdrawal).empty());
}

TEST_CASE("Choices list what is registered, by number") {
  Harness harness;
  harness.open();
  harness.provider("P10", "十");
  harness.provider("P9", "九");
  harness.enterprise("Q1", "厂");
  harness.engagement("E1", "P9", "Q1");
  const auto providers = provider_choices(harness.app);
  REQUIRE(providers.size() == 2);
  CHECK(providers[0].id == "P9");
  CHECK(enterprise_choices(harness.app).size() == 1);
  CHECK(engagement_choices(harness.app).at(0).name == "九 · 厂");
}
