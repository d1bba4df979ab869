#include <algorithm>

#include "core/policy/policy.h"
#include "core/rules/catalogue.h"
#include "shell/cli/commands.h"

namespace hengping::cli {
namespace {

JsonValue names_json(const std::vector<std::string_view>& names) {
  JsonValue list = JsonValue::array();
  for (const std::string_view name : names) list.items().push_back(JsonValue::string(std::string(name)));
  return list;
}

std::string joined(const std::vector<std::string_view>& names) {
  std::string out;
  for (const std::string_view name : names) {
    if (!out.empty()) out += ", ";
    out += name;
  }
  return out;
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
  JsonValue list = JsonValue::array();
  for (const Rule& rule : catalogue()) {
    const Bilingual both = rule.words();
    JsonValue one = JsonValue::object();
    one.set("article", JsonValue::string(std::string(rule.article())))
        .set("records", names_json(rule.records()))
        .set("parameters", names_json(rule.parameters()))
        .set(
            "words",
            std::move(JsonValue::object().set("zh", JsonValue::string(both.zh)).set("en", JsonValue::string(both.en))));
    list.items().push_back(std::move(one));
  }
  JsonValue json = JsonValue::object();
  json.set("rules", std::move(list));
  console.print_json(json);
  return Exit::done;
}

}  // namespace hengping::cli
