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

void append_ground(std::string& out, const GroundVerdict& ground) {
  out += '{';
  append_text_member(out, "article", ground.article);
  out += ", ";
  append_member(out, "met");
  out += ground.met ? "true" : "false";
  out += ", ";
  append_member(out, "count");
  out += std::to_string(ground.count);
  if (ground.limit) {
    out += ", ";
    append_member(out, "limit");
    out += std::to_string(*ground.limit);
  }
  out += ", ";
  append_texts(out, "refs", ground.refs);
  out += ", ";
  append_bilingual(out, "explanation", ground.explanation);
  out += '}';
}

}  // namespace

std::string write_answer(const Answer& answer) {
  std::string out = "{";
  append_text_member(out, "as_of", answer.as_of.to_string());
  out += ", ";
  append_member(out, "policy");
  out += '{';
  append_text_member(out, "id", answer.policy_id);
  out += ", ";
  append_member(out, "version");
  out += std::to_string(answer.policy_version);
  out += "}, ";
  append_member(out, "providers");
  out += '[';
  for (std::size_t i = 0; i < answer.providers.size(); ++i) {
    const ProviderVerdict& provider = answer.providers[i];
    out += i == 0 ? "\n{" : ",\n{";
    append_text_member(out, "provider", provider.provider);
    out += ", ";
    append_text_member(out, "standing", standing_name(provider.standing));
    out += ", ";
    append_member(out, "grounds");
    out += '[';
    for (std::size_t j = 0; j < provider.grounds.size(); ++j) {
      if (j != 0) out += ", ";
      append_ground(out, provider.grounds[j]);
    }
    out += "]}";
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
