// 到期事项: what falls due, what is overdue, what waits. Kept by the screen like the other lists (list_views.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "core/rules/deadlines.h"
#include "shell/app/app.h"

namespace hengping::shell {

inline constexpr std::int32_t usual_days = 30;

struct DeadlineFilter {
  std::string
      text;  ///< in the words, the contract, the ref, the provider's id and name, the article, the names of roles
  std::optional<Role> role;
  std::int32_t days = usual_days;               ///< due within so many days; what is overdue or waits is listed always
  std::set<std::string, std::less<>> articles;  ///< of these only; none: of all
  [[nodiscard]] bool operator==(const DeadlineFilter&) const = default;
};

/// How pressing it is.
enum class Urgency : std::uint8_t {
  overdue,
  soon,  ///< within `soon_days`
  later,
  waits,  ///< has no day of its own
};
inline constexpr std::int32_t soon_days = 7;

struct DeadlineRow {
  const Deadline* deadline = nullptr;  ///< never null
  std::string id;                      ///< names it among all, whatever the list is narrowed to
  std::string_view provider_name;
  Urgency urgency = Urgency::later;
  std::string on;  ///< the last day in time; of what waits: since when
  Bilingual article_name;
};

struct DeadlineCounts {
  std::size_t overdue = 0, due = 0, waiting = 0;
};

/// What a role is called where the list is shown, so that a search finds what can be read there.
using RoleWords = std::function<std::string_view(Role)>;

class DeadlineList {
 public:
  /// Without `roles` the search passes over the names of roles. A change of them alone (of the language) is taken up with the next change.
  void update(App& app, const DeadlineFilter& filter, const RoleWords& roles = {});
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  /// Whoever's they are and without the search; within the days asked for, or the usual ones where those are more.
  [[nodiscard]] std::size_t total() const { return all_.size(); }
  [[nodiscard]] const DeadlineRow& row(std::size_t index) const { return rows_[index]; }
  [[nodiscard]] const DeadlineCounts& counts() const { return counts_; }  ///< of those that `row` gives
  using Ids = std::set<std::string, std::less<>>;
  /// Those that `row` gives, for App::export_calendar; with `only`, those of them with these ids.
  [[nodiscard]] std::vector<Deadline> shown(const Ids* only = nullptr) const;
  /// `ids` without those that `row` does not give.
  [[nodiscard]] Ids kept(const Ids& ids) const;
  /// The articles of all that `total` counts.
  [[nodiscard]] const std::set<std::string, std::less<>>& articles() const { return articles_; }
  /// Another one whenever `row` gives others than before.
  [[nodiscard]] std::uint64_t version() const { return version_; }

 private:
  std::uint64_t revision_ = 0;
  DeadlineFilter filter_;
  std::int32_t days_ = 0;  ///< that `all_` was found for
  std::vector<Deadline> all_;
  std::vector<DeadlineRow> rows_;
  DeadlineCounts counts_;
  std::set<std::string, std::less<>> articles_;
  std::uint64_t version_ = 0;
};

}  // namespace hengping::shell
