#include "core/codec/evaluation_json.h"
#include "core/rules/ranking.h"
#include "shell/cli/commands.h"
#include "shell/cli/reading.h"
#include "shell/cli/table.h"

namespace hengping::cli {

namespace {

std::string name_of(const Reading& reading, const std::string& provider) {
  const ProviderState* state = reading.state.provider(provider);
  return state == nullptr ? std::string() : state->profile.name;
}

void print_in_words(const Ranking& ranking, const Reading& reading, Console& console) {
  const Words& words = console.words();
  console.print(words.say(CliText::rank_heading,
                          {ranking.as_of.to_string(), reading.policy->title, std::to_string(ranking.policy_version)}) +
                "\n");
  if (!ranking.ranked.empty()) {
    std::vector<TableRow> rows;
    rows.push_back({words.say(CliText::column_rank), words.say(CliText::column_total),
                    words.say(CliText::column_coverage), words.say(CliText::column_range),
                    words.say(CliText::column_provider), words.say(CliText::column_name)});
    for (const RankedProvider& one : ranking.ranked) {
      rows.push_back({std::to_string(one.rank), one.card.total->rounded().to_string(),
                      std::to_string(one.card.weight_with_data) + "%",
                      one.best.rank == one.worst.rank
                          ? std::to_string(one.rank)
                          : std::to_string(one.best.rank) + "–" + std::to_string(one.worst.rank),
                      one.card.provider, name_of(reading, one.card.provider)});
    }
    print_table(rows, console);
  }
  for (const UnrankedProvider& one : ranking.unranked) {
    console.print(words.say(CliText::rank_unranked,
                            {one.card.provider, name_of(reading, one.card.provider), words.of(one.reason)}) +
                  "\n");
  }
  console.print(words.say(CliText::rank_summary,
                          {std::to_string(ranking.ranked.size()), std::to_string(ranking.unranked.size())}) +
                "\n");
}

}  // namespace

Exit rank_file(const RankRequest& request, Console& console) {
  Exit exit = Exit::done;
  const auto reading = read_as_of(request.file, request.as_of, console, exit);
  if (!reading) return exit;
  const Ranking ranking = rank_providers(reading->state, *reading->policy, reading->as_of);
  if (request.json) {
    console.print_json(ranking_json(ranking));
  } else {
    print_in_words(ranking, *reading, console);
  }
  return Exit::done;
}

}  // namespace hengping::cli
