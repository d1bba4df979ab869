#include "core/codec/evaluation_json.h"
#include "core/rules/conduct.h"
#include "core/rules/duties.h"
#include "shell/cli/commands.h"
#include "shell/cli/ledger_file.h"
#include "shell/cli/reading.h"

namespace hengping::cli {

namespace {

CliText status_text(DutyStatus status) {
  switch (status) {
    case DutyStatus::missing: return CliText::duties_missing;
    case DutyStatus::partly: return CliText::duties_partly;
    case DutyStatus::met: return CliText::duties_met;
  }
  return CliText::duties_missing;
}

void print_item(const DutyItem& item, Console& console) {
  const Words& words = console.words();
  console.print(
      "  " +
      words.say(CliText::duties_item, {words.of(article_name(item.article)), words.say(status_text(item.status))}) +
      "\n");
  for (const DutyRecord& record : item.met_by) {
    console.print("    + " + record.on.to_string() + "  " + words.of(record.words) + "  [" + record.ref + "]\n");
  }
  for (const Bilingual& missing : item.missing) console.print("    - " + words.of(missing) + "\n");
}

void print_contract(const ContractDuties& duties, Console& console) {
  console.print(console.words().say(CliText::duties_contract, {duties.engagement}) + "\n");
  for (const DutyItem& item : duties.items) print_item(item, console);
}

}  // namespace

Exit list_duties(const DutiesRequest& request, Console& console) {
  if (request.engagement.empty() == request.provider.empty()) return wrong_usage(console, CliText::usage_duties_of);
  Exit exit = Exit::done;
  const auto reading = read_as_of(request.file, request.as_of, console, exit);
  if (!reading) return exit;
  if (!request.engagement.empty()) {
    const EngagementState* engagement = reading->state.engagement(request.engagement);
    if (engagement == nullptr) {
      return refuse(console, request.file, unknown_engagement(request.engagement, request.as_of));
    }
    const ContractDuties duties = check_contract_duties(reading->state, *engagement, *reading->policy);
    if (request.json) {
      console.print_json(contract_duties_json(duties));
    } else {
      print_contract(duties, console);
    }
    return Exit::done;
  }
  const ProviderState* provider = reading->state.provider(request.provider);
  if (provider == nullptr) return refuse(console, request.file, unknown_provider(request.provider, request.as_of));
  const RuleInput input{reading->state, *provider, *reading->policy, reading->as_of};
  const ProviderDuties duties = check_provider_duties(input);
  const std::vector<ConductRule> conduct = judge_conduct(input);
  if (request.json) {
    console.print_json(provider_duties_json(duties, conduct));
    return Exit::done;
  }
  console.print(console.words().say(CliText::duties_provider, {duties.provider, provider->profile.name}) + "\n");
  print_item(duties.cases_and_guides, console);
  print_item(duties.products, console);
  for (const ContractDuties& contract : duties.contracts) print_contract(contract, console);
  console.print(console.words().say(CliText::duties_conduct) + "\n");
  for (const ConductRule& rule : conduct) console.print("  " + console.words().of(rule.explanation) + "\n");
  return Exit::done;
}

}  // namespace hengping::cli
