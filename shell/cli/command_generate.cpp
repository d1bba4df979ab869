#include <charconv>

#include "shell/app/display.h"
#include "shell/cli/city/city.h"
#include "shell/cli/commands.h"
#include "shell/cli/files.h"

namespace hengping::cli {

namespace {

// Far beyond any city, and small enough that no sum of them overflows.
constexpr std::uint64_t most = 1'000'000'000;

std::optional<std::uint64_t> whole_number(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::string count(std::uint64_t value) { return shell::count_text(static_cast<std::int64_t>(value)); }

}  // namespace

Exit generate_city(const GenerateRequest& request, Console& console) {
  const Words& words = console.words();
  const auto providers = whole_number(request.providers);
  const auto enterprises = whole_number(request.enterprises);
  const auto facts = whole_number(request.facts);
  const auto seed = whole_number(request.seed);
  if (!providers || *providers < 1 || *providers > most)
    return wrong_usage(console, CliText::usage_count, {"--providers", request.providers});
  if (!enterprises || *enterprises < 1 || *enterprises > most) {
    return wrong_usage(console, CliText::usage_count, {"--enterprises", request.enterprises});
  }
  if (!facts || *facts > most) return wrong_usage(console, CliText::usage_count, {"--facts", request.facts});
  if (!seed) return wrong_usage(console, CliText::usage_seed, {request.seed});
  if (request.json && request.output == standard_stream)
    return wrong_usage(console, CliText::usage_json_and_stdout, {"-o -"});

  const CityRequest city{*providers, *enterprises, *facts, *seed};
  const auto plan = plan_city(city);
  if (!plan)
    return wrong_usage(console, CliText::generate_too_few,
                       {count(*facts), count(fewest_facts(*providers, *enterprises))});

  OutputFile file;
  if (!file.open(request.output)) {
    console.note(words.say(CliText::file_not_written, {request.output, file.error()}));
    return Exit::refused;
  }
  FactWriter writer([&file](std::string_view text) { file.write(text); },
                    [&](std::uint64_t written) {
                      console.progress(words.say(CliText::generate_progress, {count(written), count(*facts)}));
                    });
  write_city(city, *plan, writer);
  if (!file.commit()) {
    console.note(words.say(CliText::file_not_written, {request.output, file.error()}));
    return Exit::refused;
  }
  console.clear_progress();
  if (request.json) {
    JsonValue json = JsonValue::object();
    json.set("ok", JsonValue::boolean(true)).set("file", JsonValue::string(request.output));
    json.set("facts", JsonValue::number(static_cast<std::int64_t>(*facts)));
    json.set("providers", JsonValue::number(static_cast<std::int64_t>(*providers)));
    json.set("enterprises", JsonValue::number(static_cast<std::int64_t>(*enterprises)));
    json.set("engagements", JsonValue::number(static_cast<std::int64_t>(writer.contracts())));
    json.set("storylines", JsonValue::number(static_cast<std::int64_t>(plan->storylines)));
    console.print_json(json);
  } else if (request.output != standard_stream) {
    console.print(words.say(CliText::generate_done, {count(*facts), count(writer.contracts()), request.output}) + "\n");
  }
  return Exit::done;
}

}  // namespace hengping::cli
