#include <catch2/catch_test_macros.hpp>

#include "harness.h"
#include "shell/app/exact_amount.h"
#include "shell/app/view_models.h"

using namespace hengping;
using namespace hengping::shell;

namespace {

/// Two providers, two enterprises, three contracts, ratings of every fate.
struct City : Harness {
  City() {
    open();
    provider("P1", "长春隆拓有限公司");
    provider("P2", "吉林𤭢软件有限公司", "2025-02-01", uscc_b);
    provider("P10", "北垚云服务", "2025-03-01");
    enterprise("Q1", "甲厂");
    enterprise("Q2", "乙厂");
    engagement("E2", "P1", "Q1");
    engagement("E10", "P1", "Q2");
    engagement("E1", "P2", "Q2", "2025-02-10");
    for (const char* period : {"2025-01", "2025-02", "2025-03"})
      rating("E2", period, Satisfaction::unsatisfied, "2025-04-01", "未到场");
    rating("E2", "2025-03", Satisfaction::satisfied, "2025-04-02");
    rating("E10", "2025-02", Satisfaction::unsatisfied, "2025-03-01");
    withdrawal("E10", "2025-02", "2025-03-05");
    rating("E10", "2025-03", Satisfaction::unsatisfied, "2025-04-03");
    rating("E1", "2025-03", Satisfaction::basically_satisfied, "2025-03-31");
  }
};

template <class List>
std::vector<std::string> ids(const List& list) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < list.size(); ++i) out.emplace_back(list.row(i).id);
  return out;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("Amounts, counts and instants are written for people") {
  CHECK(money_text(Money{0}) == "0.00");
  CHECK(money_text(Money{5}) == "0.05");
  CHECK(money_text(Money{99'999}) == "999.99");
  CHECK(money_text(Money{123'456'789}) == "1,234,567.89");
  CHECK(money_text(Money{99'999'999'999'999'999}) == "999,999,999,999,999.99");
  CHECK(count_text(-1234) == "-1,234");
  CHECK(count_text(100000) == "100,000");
  CHECK(instant_text("2026-11-23T05:31:08.123Z") == "2026-11-23 13:31");
  CHECK(instant_text("2026-12-31T16:00:00Z") == "2027-01-01 00:00");
  CHECK(instant_text("yesterday") == "yesterday");
}

TEST_CASE("Identifiers sort as people number them") {
  CHECK(compare_natural("E9", "E10") < 0);
  CHECK(compare_natural("E10", "E9") > 0);
  CHECK(compare_natural("E010", "E10") != 0);
  CHECK(compare_natural("E1", "E1") == 0);
  CHECK(compare_natural("E", "E1") < 0);
  CHECK(compare_natural("99999999999999999999999", "100000000000000000000000") < 0);
}

TEST_CASE("A search needs every word, in any column, whatever the case or width") {
  const SearchQuery query("  ａｂ 长春 ");
  CHECK(query.matches(std::string_view("xAB"), std::string_view("在长春")));
  CHECK_FALSE(query.matches(std::string_view("xAB"), std::string_view("在吉林")));
  CHECK(SearchQuery(" 　 ").empty());
  CHECK(SearchQuery("").matches(std::string_view("anything")));
}

TEST_CASE("Sums of items are exact") {
  CHECK(ExactAmount::parse("0.1")->operator*(*ExactAmount::parse("3")).money_text() == "0.30");
  CHECK((ExactAmount::of(Money{100'005}) * ExactAmount::of(12)).money_text() == "12,000.60");
  CHECK((ExactAmount::of(Money{1}) * *ExactAmount::parse("0.5")).money_text() == "0.01");
  CHECK((ExactAmount::of(Money{1}) * *ExactAmount::parse("0.4")).money_text() == "0.00");
  CHECK((ExactAmount::of(Money{99'999'999'999'999'999}) * ExactAmount::of(1e3)).money_text() ==
        "999,999,999,999,999,990.00");
  CHECK((*ExactAmount::parse("9.999") + ExactAmount()).money_text() == "10.00");
  CHECK(ExactAmount::parse("1e3") == ExactAmount::parse("1000.0"));
  CHECK(ExactAmount::parse("25e-1") == ExactAmount::parse("2.5"));
  for (const char* text : {"", ".5", "5.", "-1", "01", "1e", "1e999", "0x1", "1 "})
    CHECK_FALSE(ExactAmount::parse(text));
}

TEST_CASE("Providers: numbers, search, filters, order") {
  City city;
  ProviderList list;
  ProviderQuery query;
  list.update(city.app, query);
  CHECK(ids(list) == Ids{"P1", "P2", "P10"});
  CHECK(list.total() == 3);
  const ProviderRow& first = list.row(0);
  CHECK(first.engagements == 2);
  CHECK(first.ratings == RatingTally{1, 0, 3});
  CHECK(first.unsatisfied.count == 3);
  CHECK(first.unsatisfied.limit == 5);
  CHECK(first.unsatisfied.distance() == 2);
  CHECK(first.standing == Standing::in_pool);
  CHECK(first.grounds_met == 0);

  query.text = "𤭢软件";
  list.update(city.app, query);
  CHECK(ids(list) == Ids{"P2"});
  query.text = std::string(uscc_b).substr(4);
  list.update(city.app, query);
  CHECK(ids(list) == Ids{"P2"});
  CHECK(list.total() == 3);
  query.text.clear();
  query.only_grounds_met = true;
  list.update(city.app, query);
  CHECK(list.size() == 0);
  query.only_grounds_met = false;
  query.standing = Standing::disqualified;
  list.update(city.app, query);
  CHECK(list.size() == 0);
  query.standing.reset();
  query.sort = ProviderColumn::unsatisfied;
  query.order = SortOrder::descending;
  list.update(city.app, query);
  CHECK(ids(list) == Ids{"P1", "P2", "P10"});  // alike in the column: by identifier
  query.sort = ProviderColumn::registered_on;
  list.update(city.app, query);
  CHECK(ids(list) == Ids{"P10", "P2", "P1"});

  city.rating("E10", "2025-04", Satisfaction::unsatisfied, "2025-05-01");
  city.rating("E10", "2025-05", Satisfaction::unsatisfied, "2025-06-01");
  query = ProviderQuery();
  query.only_grounds_met = true;
  list.update(city.app, query);
  CHECK(ids(list) == Ids{"P1"});
  CHECK(list.row(0).unsatisfied.met());
}

TEST_CASE("Enterprises and contracts are listed with what belongs to them") {
  City city;
  EnterpriseList enterprises;
  EnterpriseQuery enterprise_query;
  enterprise_query.text = "乙";
  enterprises.update(city.app, enterprise_query);
  REQUIRE(enterprises.size() == 1);
  CHECK(enterprises.row(0).id == "Q2");
  CHECK(enterprises.row(0).engagements == 2);
  EngagementList engagements;
  engagements.update(city.app, {});
  CHECK(ids(engagements) == Ids{"E1", "E2", "E10"});
  EngagementQuery query;
  query.provider = "P1";
  query.order = SortOrder::descending;
  engagements.update(city.app, query);
  CHECK(ids(engagements) == Ids{"E10", "E2"});
  CHECK(money_text(engagements.row(0).amount) == "12,000.50");
  query = EngagementQuery();
  query.text = "甲厂 隆拓";
  engagements.update(city.app, query);
  CHECK(ids(engagements) == Ids{"E2"});
}

TEST_CASE("Ratings: every fate is shown and can be filtered for") {
  City city;
  RatingList list;
  list.update(city.app, {});
  CHECK(list.total() == 8);
  CHECK(list.size() == 8);
  CHECK(list.periods() == std::vector<std::string>{"2025-01", "2025-02", "2025-03"});
  CHECK(list.row(0).on == day("2025-04-03"));
  CHECK(list.row(7).on == day("2025-03-01"));
  CHECK(list.row(7).status == RatingStatus::withdrawn);
  CHECK(list.row(6).status == RatingStatus::withdrawal);
  CHECK_FALSE(list.row(6).satisfaction);
  CHECK(list.row(6).words == "误填");

  RatingQuery query;
  query.only_effective = true;
  list.update(city.app, query);
  CHECK(list.size() == 5);
  query.satisfaction = Satisfaction::unsatisfied;
  list.update(city.app, query);
  CHECK(list.size() == 3);
  query.only_effective = false;
  list.update(city.app, query);
  CHECK(list.size() == 5);
  query = RatingQuery();
  query.period = "2025-03";
  query.provider = "P1";
  list.update(city.app, query);
  CHECK(list.size() == 3);
  query = RatingQuery();
  query.text = "未到场 2025-03";
  list.update(city.app, query);
  REQUIRE(list.size() == 1);
  CHECK(list.row(0).status == RatingStatus::superseded);
  query = RatingQuery();
  query.text = "隆拓 q2";
  list.update(city.app, query);
  CHECK(list.size() == 3);
  query = RatingQuery();
  query.enterprise = "Q2";
  query.engagement = "E1";
  list.update(city.app, query);
  CHECK(list.size() == 1);
  query = RatingQuery();
  query.sort = RatingColumn::engagement;
  query.order = SortOrder::ascending;
  list.update(city.app, query);
  CHECK(list.row(0).engagement == "E1");
  CHECK(list.row(1).engagement == "E2");
  CHECK(list.row(7).engagement == "E10");

  RecordIndex index;
  index.update(city.app);
  for (std::size_t i = 0; i < list.size(); ++i) {
    const std::size_t record = index.find(list.row(i).body);
    REQUIRE(record != RecordIndex::nowhere);
    CHECK(record_row(city.app, record).engagement == list.row(i).engagement);
    CHECK(record_row(city.app, record).period == list.row(i).period);
  }
}

TEST_CASE("A provider in full: the article's own words, and every rating counted leads to its record") {
  City city;
  city.rating("E10", "2025-04", Satisfaction::unsatisfied, "2025-05-01");
  city.rating("E10", "2025-05", Satisfaction::unsatisfied, "2025-06-01");
  const auto detail = provider_detail(city.app, "P1");
  REQUIRE(detail);
  CHECK(detail->registered_capital == "1,000,000.00");
  CHECK(detail->legal_representative == "𤭢明");
  REQUIRE(detail->grounds.size() == 6);
  const GroundView& ground = detail->grounds[1];
  CHECK(ground.article == "9.2");
  CHECK(ground.article_name.zh == "第九条（二）");
  CHECK(ground.article_text == city.app.policy().article("9.2")->text);
  CHECK_FALSE(ground.article_text.empty());
  CHECK(ground.met);
  CHECK(ground.count == 5);
  CHECK(ground.limit == 5);
  CHECK_FALSE(ground.explanation.zh.empty());
  CHECK_FALSE(ground.explanation.en.empty());
  REQUIRE(ground.references.size() == 5);
  for (const GroundReference& reference : ground.references) {
    const Record& record = city.app.ledger().records()[reference.record.record];
    CHECK(reference.record.hash == record.hash_text());
    CHECK(reference.record.kind == "rating.given");
    const auto& rating = *body_as<RatingGiven>(record.fact.body);
    CHECK(reference.ref ==
          city.app.ledger().symbols().text(rating.engagement) + "@" + city.app.ledger().symbols().text(rating.period));
    CHECK(rating.satisfaction == Satisfaction::unsatisfied);
    CHECK_FALSE(reference.enterprise_name.empty());
    CHECK(reference.record.on == record.fact.on.to_string());
  }
  CHECK(detail->engagements.size() == 2);
  CHECK(detail->engagements[0].id == "E2");
  CHECK(detail->rating_list.size() == 9);
  CHECK(detail->rating_list[0].on == "2025-06-01");
  CHECK(detail->records.size() == 12);  // registration, two contracts, nine ratings and withdrawals
  CHECK_FALSE(provider_detail(city.app, "P9"));
}

TEST_CASE("A contract in full: exact item totals, the plan, a total that differs from the amount") {
  City city;
  const auto detail = engagement_detail(city.app, "E2");
  REQUIRE(detail);
  REQUIRE(detail->items.size() == 1);
  CHECK(detail->items[0].unit_price == "1,000.05");
  CHECK(detail->items[0].quantity == "12");
  CHECK(detail->items[0].total == "12,000.60");
  CHECK_FALSE(detail->items[0].rounded);
  CHECK(detail->items_total == "12,000.60");
  CHECK(detail->items_total_differs);
  CHECK(detail->plan.empty());
  CHECK(detail->rating_list.size() == 4);
  CHECK(detail->records.size() == 5);
  const auto enterprise = enterprise_detail(city.app, "Q2");
  REQUIRE(enterprise);
  CHECK(enterprise->engagements.size() == 2);
  CHECK(enterprise->rating_list.size() == 4);
  CHECK(enterprise->records.size() == 7);

  city.engagement("E3", "P1", "Q1", "2025-01-10", true);
  const auto planned = engagement_detail(city.app, "E3");
  REQUIRE(planned);
  REQUIRE(planned->plan.size() == 2);
  CHECK(planned->plan[0].on == "2025-06-01");
  CHECK(planned->plan[0].percent == "50");
  // Nobody has reported any progress, so the provider is behind by all that was planned.
  CHECK(provider_detail(city.app, "P1")->grounds[2].met);
}

TEST_CASE("The workbench counts, warns early, and says what to do first") {
  Harness empty;
  empty.open();
  CHECK(workbench_view(empty.app).first_step == FirstStep::register_provider);
  empty.provider("P1");
  CHECK(workbench_view(empty.app).first_step == FirstStep::register_enterprise);
  empty.enterprise("Q1");
  CHECK(workbench_view(empty.app).first_step == FirstStep::sign_engagement);
  empty.engagement("E1", "P1", "Q1");
  CHECK(workbench_view(empty.app).first_step == FirstStep::give_rating);

  City city;
  WorkbenchView view = workbench_view(city.app);
  CHECK(view.first_step == FirstStep::none);
  CHECK(view.providers == 3);
  CHECK(view.enterprises == 2);
  CHECK(view.engagements == 3);
  CHECK(view.records == 16);
  CHECK(view.ratings == RatingTally{1, 1, 3});
  CHECK(view.providers_meeting_grounds == 0);
  REQUIRE(view.attention.size() == 1);
  CHECK(view.attention[0].provider == "P1");
  CHECK(view.attention[0].unsatisfied.distance() == 2);
  REQUIRE(view.recent.size() == 12);
  CHECK(view.recent[0].kind == "rating.given");
  CHECK(view.recent[0].provider_name == "吉林𤭢软件有限公司");

  city.rating("E10", "2025-04", Satisfaction::unsatisfied, "2025-05-01");
  city.rating("E10", "2025-05", Satisfaction::unsatisfied, "2025-06-01");
  view = workbench_view(city.app);
  CHECK(view.providers_meeting_grounds == 1);
  REQUIRE(view.attention.size() == 1);
  CHECK(view.attention[0].grounds_met == std::vector<std::string>{"9.2"});
  CHECK(view.attention[0].grounds_met_names[0].zh == "第九条（二）");
}

TEST_CASE("Data exchange names every feed and kind") {
  City city;
  const ExchangeView view = exchange_view(city.app);
  CHECK(view.records == 17);  // with the founding of the ledger
  REQUIRE(view.feeds.size() == 1);
  CHECK(view.feeds[0].own);
  CHECK(view.feeds[0].records == 17);
  CHECK(view.feeds[0].head_hash == city.app.ledger().records().back().hash_text());
  REQUIRE(view.by_kind.size() == 5);
  CHECK(view.by_kind[0] == std::pair<std::string, std::size_t>("provider.registered", 3));
  CHECK(view.by_kind[3] == std::pair<std::string, std::size_t>("rating.given", 7));
  CHECK(view.bytes > 0);
}
