#include <algorithm>

#include "core/codec/json_parts.h"
#include "core/policy/policy.h"
#include "core/rules/catalogue.h"
#include "shell/cli/commands.h"

namespace hengping::cli {
namespace {

std::string joined(const std::vector<std::string_view>& names) {
  std::string out;
  for (const std::string_view name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
}

JsonValue rule_json(const Rule& rule) {
  JsonValue json = JsonValue::object();
  json.set("article", json_string(rule.article()))
      .set("records", list_json(rule.records(), json_string))
      .set("parameters", list_json(rule.parameters(), json_string))
      .set("words", bilingual_json(rule.words()));
  return json;
}

}  // namespace

Exit list_rules(const RulesRequest& request, Console& console) {
  const Words& words = console.words();
  if (!request.json) {
    for (const Rule& rule : catalogue()) {
      console.print(words.of(article_name(rule.article())) + "\n  " + words.of(rule.words()) + "\n  " +
                    words.say(CliText::rules_records, {joined(rule.records())}) + "\n");
      if (!rule.parameters().empty())
        console.print("  " + words.say(CliText::rules_parameters, {joined(rule.parameters())}) + "\n");
    }
    return Exit::done;
  }
  JsonValue json = JsonValue::object();
  json.set("rules", list_json(catalogue(), rule_json));
  console.print_json(json);
  return Exit::done;
}

}  // namespace hengping::cli
