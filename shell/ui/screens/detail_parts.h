// What the pages of one thing have in common: contracts, ratings and records that concern it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "shell/ui/screen.h"

namespace hengping::ui {

enum class Besides : std::uint8_t { provider, enterprise, none };

/// The contracts of a provider or an enterprise; the column of the page's own party is left out.
void engagement_table(Context& context, std::span<const shell::EngagementSummary> engagements, Besides page);
/// What a contract lists, line by line.
void item_table(Context& context, std::span<const shell::ItemView> items);
/// All that was rated, superseded and withdrawn ratings included.
void rating_table(Context& context, std::span<const shell::RatingView> ratings, Besides page);
/// The records that all this rests on, behind a headline.
void record_list(Context& context, std::span<const shell::RecordReference> records);
void rating_state_badge(Context& context, shell::RatingStatus status);
/// Share of each answer in words and as a bar.
void rating_summary(Context& context, const shell::RatingTally& tally);
/// "2025-06-30 · 记录 0123456789ab", the second part a link to the record's page; nothing for a reference without a record.
void record_reference(Context& context, const shell::RecordReference& reference, bool with_day = true);
/// The grid in which key–value pairs stand.
Scope key_value_grid(Frame& frame, float minimum = 200);

/// Asks for the reason and withdraws a rating. Lives on the screens that offer it.
class WithdrawalDialog {
 public:
  void open(Context& context, std::string_view engagement, std::string_view period);
  void draw(Context& context);

 private:
  bool open_ = false;
  shell::WithdrawalForm form_;
  std::vector<Fault> faults_;
};

}  // namespace hengping::ui
