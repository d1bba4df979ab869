#include "core/rules/verdict_change.h"

#include <map>
#include <string_view>
#include <utility>

#include "core/policy/policy.h"
#include "core/text/say.h"

namespace hengping {
namespace {

using Subject = VerdictChange::Subject;
using Values = std::map<std::pair<Subject, std::string>, std::string>;

constexpr std::string_view addressed = "addressed:";

/// Every verdict by what it is about.
Values values_of(const ProviderVerdict* verdict) {
  Values values;
  if (verdict == nullptr) return values;
  values[{Subject::standing, ""}] = standing_name(verdict->standing);
  for (const GroundVerdict& ground : verdict->grounds)
    values[{Subject::ground, ground.article}] = ground.met ? "met" : "not_met";
  for (const OrderVerdict& order : verdict->orders)
    values[{Subject::order, order.order}] = order_status_name(order.status);
  for (const TriggerVerdict& trigger : verdict->triggers) {
    std::string& value = values[{Subject::trigger, trigger.ref}];
    value = trigger.waived ? "waived" : "unaddressed";
    if (trigger.addressed_by) value = std::string(addressed) + *trigger.addressed_by;
  }
  for (const std::string& engagement : verdict->replacement_available)
    values[{Subject::replacement, engagement}] = "available";
  return values;
}

// What stands for "none": a ground that is not met and a replacement that is closed are no news of a provider just registered.
std::string absent(Subject subject) {
  switch (subject) {
    case Subject::ground: return "not_met";
    case Subject::replacement: return "closed";
    case Subject::standing:
    case Subject::trigger:
    case Subject::order: return {};
  }
  return {};
}

// The words of a standing or the state of an order, by its name in the answer.
Bilingual value_words(const std::string& value) {
  for (const Standing one : {Standing::in_pool, Standing::rectifying, Standing::proposed, Standing::disqualified}) {
    if (standing_name(one) == value) return standing_words(one);
  }
  for (const OrderStatus one :
       {OrderStatus::voided, OrderStatus::closed_on_time, OrderStatus::closed_late, OrderStatus::refused,
        OrderStatus::awaiting_verification, OrderStatus::open, OrderStatus::lapsed}) {
    if (order_status_name(one) == value) return order_status_words(one);
  }
  return {};
}

}  // namespace

std::string_view verdict_subject_name(Subject subject) {
  switch (subject) {
    case Subject::standing: return "standing";
    case Subject::trigger: return "trigger";
    case Subject::order: return "order";
    case Subject::ground: return "ground";
    case Subject::replacement: return "replacement";
  }
  return {};
}

std::vector<VerdictChange> verdict_changes(const ProviderVerdict* before, const ProviderVerdict* after) {
  Values from = values_of(before);
  Values to = values_of(after);
  for (const auto& [key, value] : from) to.try_emplace(key, absent(key.first));
  std::vector<VerdictChange> changes;
  for (const auto& [key, value] : to) {
    const auto was = from.find(key);
    const std::string old = was == from.end() ? absent(key.first) : was->second;
    if (old == value) continue;
    const std::string& provider = after != nullptr ? after->provider : before->provider;
    changes.push_back(VerdictChange{provider, key.first, key.second, old, value});
  }
  return changes;
}

std::vector<VerdictChange> verdict_changes(const Answer& before, const Answer& after) {
  std::vector<VerdictChange> changes;
  const auto add = [&changes](const ProviderVerdict* old, const ProviderVerdict* now) {
    for (VerdictChange& change : verdict_changes(old, now)) changes.push_back(std::move(change));
  };
  auto old = before.providers.begin();
  auto now = after.providers.begin();
  while (old != before.providers.end() || now != after.providers.end()) {
    const bool only_old =
        now == after.providers.end() || (old != before.providers.end() && old->provider < now->provider);
    const bool only_new =
        old == before.providers.end() || (now != after.providers.end() && now->provider < old->provider);
    add(only_new ? nullptr : &*old, only_old ? nullptr : &*now);
    if (!only_new) ++old;
    if (!only_old) ++now;
  }
  return changes;
}

Bilingual describe(const VerdictChange& change) {
  switch (change.subject) {
    case Subject::standing:
      if (change.from.empty()) return say(CoreText::change_registered, {value_words(change.to)});
      return say(CoreText::change_standing, {value_words(change.from), value_words(change.to)});
    case Subject::ground:
      return say(change.to == "met" ? CoreText::change_ground_met : CoreText::change_ground_no_longer_met,
                 {article_name(change.ref)});
    case Subject::order:
      if (change.from.empty()) return say(CoreText::change_order_stated, {change.ref, value_words(change.to)});
      return say(CoreText::change_order, {change.ref, value_words(change.from), value_words(change.to)});
    case Subject::trigger:
      if (change.to.empty()) return say(CoreText::change_trigger_gone, {change.ref});
      if (change.to == "waived") return say(CoreText::change_trigger_waived, {change.ref});
      if (change.to.starts_with(addressed)) {
        return say(CoreText::change_trigger_addressed, {change.ref, change.to.substr(addressed.size())});
      }
      return say(CoreText::change_trigger_unaddressed, {change.ref});
    case Subject::replacement:
      return say(
          change.to == "available" ? CoreText::change_replacement_available : CoreText::change_replacement_closed,
          {change.ref});
  }
  return {};
}

}  // namespace hengping
