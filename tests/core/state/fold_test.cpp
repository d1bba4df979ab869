#include <algorithm>
#include <memory>

#include "core/rules/evidence.h"
#include "tests/core/every_kind.h"
#include "tests/core/rules/story.h"

using namespace hengping;
using namespace hengping::test;

namespace {

std::unique_ptr<Evidence> read(const std::vector<std::string>& facts) {
  std::string text = R"({"format":"hengping.facts","version":1,"facts":[)";
  for (const std::string& one : facts) text += (text.back() == '[' ? "" : ",") + one;
  FaultList faults;
  auto evidence = Evidence::read(text + "]}", faults);
  for (const std::string& fault : faults_of(faults)) UNSCOPED_INFO(fault);
  REQUIRE(evidence != nullptr);
  return evidence;
}

State fold_all(const Evidence& evidence, const std::vector<const Fact*>& facts) {
  return fold(FactSequence{evidence.sequence().symbols, facts}, CivilDate::after_all());
}

std::vector<std::size_t> sizes(const State& state) {
  return {state.providers().size(), state.enterprises().size(), state.engagements().size(),
          state.orders().size(),    state.cases().size(),       state.decisions().size()};
}

/// P1's profile after one field was corrected, and, where a change of it is reported, after that.
std::vector<ProviderRegistered> profiles(std::string_view field, std::string_view value, bool reported = true) {
  const std::string stated = R"("provider":"P1","field":")" + std::string(field) + R"(","value":)" + std::string(value);
  std::vector<ProviderRegistered> result;
  for (const std::string& change :
       {fact("provider.corrected", "2025-01-01", stated + R"(,"reason":"笔误")"),
        fact("provider.change_reported", "2025-01-01", stated + R"(,"changed_on":"2025-01-01")")}) {
    if (change.find("change_reported") != std::string::npos && !reported) continue;
    const auto evidence = read({provider_p1, change});
    const State state = fold(evidence->sequence(), CivilDate::after_all());
    CHECK(state.providers()[0].registration->name == "长春启明数科有限公司");  // what was registered stays
    result.push_back(state.providers()[0].profile);
  }
  return result;
}

}  // namespace

// Feeds of devices that have not met yet may lack what others register.
TEST_CASE("Fold: whatever names something that is not there yet changes nothing") {
  const auto evidence = read(every_kind());
  for (const Fact* fact : evidence->sequence().facts) {
    INFO(kind_name(fact->body));
    const State alone = fold_all(*evidence, {fact});
    const std::vector<std::size_t> found = sizes(alone);
    const bool registers =
        body_as<ProviderRegistered>(fact->body) != nullptr || body_as<EnterpriseRegistered>(fact->body) != nullptr;
    CHECK(std::count(found.begin(), found.end(), 0U) == (registers ? 5 : 6));
  }
}

TEST_CASE("Fold: without a party or a contract, what is of it does not count, and all else does") {
  const auto evidence = read(every_kind());
  const std::span<const Fact* const> facts = evidence->sequence().facts;
  const auto without = [&](std::size_t left_out) {
    std::vector<const Fact*> others(facts.begin(), facts.end());
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(left_out));
    return sizes(fold_all(*evidence, others));
  };
  using Sizes = std::vector<std::size_t>;
  CHECK(sizes(fold_all(*evidence, {facts.begin(), facts.end()})) == Sizes{1, 1, 1, 1, 2, 1});
  CHECK(without(0) == Sizes{0, 1, 0, 0, 0, 0});  // the provider
  CHECK(without(1) == Sizes{1, 0, 0, 1, 1, 1});  // the enterprise; the complaint is of its contract
  CHECK(without(2) == Sizes{1, 1, 0, 1, 1, 1});  // the contract
  for (std::size_t i = 3; i < facts.size(); ++i) {
    const Sizes left = without(i);
    INFO(kind_name(facts[i]->body));
    CHECK(left[0] + left[1] + left[2] == 3);
  }
}

TEST_CASE("Fold: of two registrations of one identifier the first in order counts") {
  const auto evidence = read(every_kind());
  std::vector<const Fact*> twice;
  for (const Fact* fact : evidence->sequence().facts) twice.insert(twice.end(), {fact, fact});
  const State once = fold(evidence->sequence(), CivilDate::after_all());
  const State state = fold_all(*evidence, twice);
  CHECK(sizes(state) == sizes(once));
  CHECK(state.providers()[0].engagements.size() == 1);
  CHECK(state.providers()[0].orders.size() == 1);
  CHECK(state.providers()[0].cases.size() == 2);
  CHECK(state.orders()[0].ordered.place < state.orders()[0].events[0].at.place);
}

TEST_CASE("Fold: every field of a provider that is corrected or reported as changed shows in its profile") {
  for (const ProviderRegistered& one : profiles("name", R"("新名")")) CHECK(one.name == "新名");
  for (const ProviderRegistered& one : profiles("uscc", R"("91220104MA7CR0P58P")", false))
    CHECK(one.uscc == "91220104MA7CR0P58P");
  for (const ProviderRegistered& one : profiles("address", R"("新址")")) CHECK(one.address == "新址");
  for (const ProviderRegistered& one : profiles("legal_representative", R"("李")"))
    CHECK(one.legal_representative == "李");
  for (const ProviderRegistered& one : profiles("business_scope", R"("咨询")")) CHECK(one.business_scope == "咨询");
  for (const ProviderRegistered& one : profiles("registered_capital", R"("1.50")"))
    CHECK(one.registered_capital.to_string() == "1.5");
  for (const ProviderRegistered& one : profiles("types", R"(["链主"])", false))
    CHECK(one.types == std::vector{ProviderType::chain_leader});
  for (const ProviderRegistered& one : profiles("contact", R"("0431")", false)) CHECK(one.contact == "0431");
}
