#include "shell/app/import_preview.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "core/codec/json_reader.h"
#include "shell/app/json_text.h"

namespace hengping::shell {

namespace {

constexpr std::size_t longest_excerpt = 200;

/// The elements of long arrays that faults point into, by the pointer of the element.
class OffendingText {
 public:
  OffendingText(const std::vector<Fault>& faults, std::string_view bytes) {
    for (const Fault& fault : faults) wanted_.emplace(element_of(pointer_tokens(fault.pointer)).first, JsonValue());
    static constexpr std::array<std::string_view, 2> facts{"facts", "*"};
    static constexpr std::array<std::string_view, 4> records{"feeds", "*", "records", "*"};
    const std::array<StreamPath, 2> paths{StreamPath(facts), StreamPath(records)};
    FaultList ignored;  // they are the intake's own
    auto document = read_json(bytes, ignored, paths, [this](const StreamedElement& element) {
      std::string pointer;
      if (element.indices.size() == 1) {
        pointer = "/facts/" + std::to_string(element.indices[0]);
      } else {
        pointer = "/feeds/" + std::to_string(element.indices[0]) + "/records/" + std::to_string(element.indices[1]);
      }
      const auto found = wanted_.find(pointer);
      if (found != wanted_.end()) found->second = std::move(element.value);
    });
    if (document) {
      readable_ = true;
      document_ = std::move(*document);
    }
  }

  [[nodiscard]] std::string of(const Fault& fault) const {
    if (!readable_) return {};
    const auto tokens = pointer_tokens(fault.pointer);
    const auto [element, depth] = element_of(tokens);
    if (element.empty())
      return tokens.empty() ? std::string() : excerpt(json_text(nearest(document_, tokens, 0)), longest_excerpt);
    return excerpt(json_text(nearest(wanted_.at(element), tokens, depth)), longest_excerpt);
  }

 private:
  /// The pointer of the streamed element that the tokens lead into (empty: none), and how many tokens lead to it.
  static std::pair<std::string, std::size_t> element_of(const std::vector<std::string>& tokens) {
    if (tokens.size() >= 2 && tokens[0] == "facts") return {"/facts/" + tokens[1], 2};
    if (tokens.size() >= 4 && tokens[0] == "feeds" && tokens[2] == "records")
      return {"/feeds/" + tokens[1] + "/records/" + tokens[3], 4};
    return {};
  }

  bool readable_ = false;
  JsonValue document_;
  std::map<std::string, JsonValue, std::less<>> wanted_;
};

DeviceStanding standing_of(const Ledger& ledger, const Device& device) {
  for (const DeviceRights& rights : ledger.rights()) {
    if (rights.device.id == device.id) return rights.standing;
  }
  return ledger.roots().empty() ? DeviceStanding::free : DeviceStanding::unknown;
}

/// One line for each device: a feed that forked has several strands.
std::vector<ImportFeed> feeds_of(const Ledger& ledger, const Intake& intake) {
  std::vector<ImportFeed> feeds;
  for (const Intake::FeedNews& news : intake.feeds()) {
    if (news.added == 0) continue;
    auto found = std::find_if(feeds.begin(), feeds.end(),
                              [&news](const ImportFeed& one) { return one.device.id == news.device.id; });
    if (found == feeds.end())
      found = feeds.insert(found, {news.device, 0, standing_of(ledger, news.device), false, false, false});
    ImportFeed& feed = *found;
    feed.added += news.added;
    feed.in_part = feed.in_part || news.in_part;
    feed.forks = feed.forks || news.forks;
    feed.part_missing = feed.part_missing || news.part_missing;
  }
  return feeds;
}

}  // namespace

ImportPreview preview_import(const Ledger& ledger, const Intake& intake, std::string name, std::string_view bytes) {
  ImportPreview preview;
  preview.name = std::move(name);
  preview.bytes = bytes.size();
  preview.ok = intake.ok();
  preview.source = intake.source();
  preview.added = intake.added() + intake.statements_added();
  preview.already_there = intake.already_there();
  preview.added_by_kind.assign(intake.added_by_kind().begin(), intake.added_by_kind().end());
  preview.feeds = feeds_of(ledger, intake);
  if (preview.ok) return preview;

  const std::vector<Fault> faults = intake.faults().sorted();
  preview.fault_total = intake.faults().total();
  const OffendingText offending(faults, bytes);
  for (const Fault& fault : faults) preview.faults.push_back({fault, offending.of(fault)});
  return preview;
}

std::string facts_text(const JsonValue& fact) {
  std::string text = R"({"format":"hengping.facts","version":1,"facts":[)";
  append_json(text, fact);
  text += "]}";
  return text;
}

}  // namespace hengping::shell
