#include "core/codec/canonical.h"
#include "core/rules/evaluate.h"

namespace hengping {
namespace {

// Written by hand in the order of semantics §7, a provider a line: a reader finds one by eye, and a large city needs no tree in memory.
void append_member(std::string& out, std::string_view key) {
  append_json_string(out, key);
  out += ": ";
}

void append_text_member(std::string& out, std::string_view key, std::string_view text) {
  append_member(out, key);
  append_json_string(out, text);
}

void append_bilingual(std::string& out, std::string_view key, const Bilingual& words) {
  append_member(out, key);
  out += '{';
  append_text_member(out, "zh", words.zh);
  out += ", ";
  append_text_member(out, "en", words.en);
  out += '}';
}

void append_texts(std::string& out, std::string_view key, const std::vector<std::string>& texts) {
  append_member(out, key);
  out += '[';
  for (std::size_t i = 0; i < texts.size(); ++i) {
    if (i != 0) out += ", ";
    append_json_string(out, texts[i]);
  }
  out += ']';
}

void append_number_member(std::string& out, std::string_view key, std::string_view number) {
  out += ", ";
  append_member(out, key);
  out += number;
}

void append_ground(std::string& out, const GroundVerdict& ground) {
  out += '{';
  append_text_member(out, "article", ground.article);
  append_number_member(out, "met", ground.met ? "true" : "false");
  if (ground.count) append_number_member(out, "count", std::to_string(*ground.count));
  if (ground.lag) append_number_member(out, "lag", ground.lag->to_string());
  if (ground.limit) append_number_member(out, "limit", std::to_string(*ground.limit));
  if (ground.refusals) append_number_member(out, "refusals", std::to_string(*ground.refusals));
  out += ", ";
  append_texts(out, "refs", ground.refs);
  out += ", ";
  append_bilingual(out, "explanation", ground.explanation);
  out += '}';
}

void append_trigger(std::string& out, const TriggerVerdict& trigger) {
  out += '{';
  append_text_member(out, "article", trigger.article);
  out += ", ";
  append_text_member(out, "ref", trigger.ref);
  out += ", ";
  append_text_member(out, "on", trigger.on.to_string());
  out += ", ";
  if (trigger.addressed_by) {
    append_text_member(out, "addressed_by", *trigger.addressed_by);
  } else {
    append_member(out, "addressed_by");
    out += "null";
  }
  append_number_member(out, "waived", trigger.waived ? "true" : "false");
  out += '}';
}

void append_order(std::string& out, const OrderVerdict& order) {
  out += '{';
  append_text_member(out, "order", order.order);
  out += ", ";
  append_text_member(out, "state", order_status_name(order.status));
  out += ", ";
  append_text_member(out, "due_on", order.due_on.to_string());
  if (order.days_left) append_number_member(out, "days_left", std::to_string(*order.days_left));
  out += '}';
}

template <class Items, class Append>
void append_list(std::string& out, std::string_view key, const Items& items, Append append) {
  append_member(out, key);
  out += '[';
  bool first = true;
  for (const auto& item : items) {
    if (!first) out += ", ";
    first = false;
    append(out, item);
  }
  out += ']';
}

}  // namespace

std::string write_policy_name(std::string_view id, int version) {
  std::string out = "{";
  append_text_member(out, "id", id);
  append_number_member(out, "version", std::to_string(version));
  out += '}';
  return out;
}

std::string write_provider_verdict(const ProviderVerdict& provider) {
  std::string out = "{";
  append_text_member(out, "provider", provider.provider);
  out += ", ";
  append_text_member(out, "standing", standing_name(provider.standing));
  out += ", ";
  append_list(out, "triggers", provider.triggers, append_trigger);
  out += ", ";
  append_list(out, "orders", provider.orders, append_order);
  out += ", ";
  append_list(out, "grounds", provider.grounds, append_ground);
  out += ", ";
  append_texts(out, "replacement_available", provider.replacement_available);
  out += '}';
  return out;
}

std::string write_answer(const Answer& answer) {
  std::string out = "{";
  append_text_member(out, "as_of", answer.as_of.to_string());
  out += ", ";
  append_member(out, "policy");
  out += write_policy_name(answer.policy_id, answer.policy_version);
  out += ", ";
  append_member(out, "providers");
  out += '[';
  for (std::size_t i = 0; i < answer.providers.size(); ++i) {
    out += i == 0 ? "\n" : ",\n";
    out += write_provider_verdict(answer.providers[i]);
  }
  out += "]}\n";
  return out;
}

std::string write_faults(const FaultList& faults) {
  std::string out = R"({"ok": false, "total": )" + std::to_string(faults.total()) + R"(, "faults": [)";
  bool first = true;
  for (const Fault& fault : faults.sorted()) {
    out += first ? "\n{" : ",\n{";
    first = false;
    append_text_member(out, "pointer", fault.pointer);
    out += ", ";
    append_text_member(out, "code", fault.code);
    out += ", ";
    append_bilingual(out, "message", fault.message);
    out += '}';
  }
  out += "]}\n";
  return out;
}

}  // namespace hengping
