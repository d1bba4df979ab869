// 评优: all providers by Article 10's tracking evaluation, those that are not ranked with the reason, and the awards given. Kept by the
// screen like the other lists (list_views.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "core/rules/ranking.h"
#include "shell/app/list_views.h"
#include "shell/app/record_views.h"

namespace hengping::shell {

enum class AwardColumn : std::uint8_t { rank, provider, total, coverage };

struct AwardQuery {
  std::string text;  ///< in the provider's id and name, its reason, and titles and reasons of awards
  AwardColumn sort = AwardColumn::rank;
  SortOrder order = SortOrder::ascending;
  [[nodiscard]] bool operator==(const AwardQuery&) const = default;
};

struct RankedRow {
  std::string_view id, name;
  int rank = 1;
  std::size_t tied_with = 0;
  int best = 1, worst = 1;          ///< while one weight moves by a fifth
  bool firm = true;                 ///< no weight moved by a fifth changes the rank
  std::vector<Bilingual> moved_by;  ///< the criteria whose weight does
  std::string total;                ///< "83.20": two decimals always
  Total exact_total;                ///< the same, for sorting
  int weight_with_data = 0;         ///< 0–100
  std::size_t awards = 0;
  const Bilingual* reason = nullptr;  ///< never null
};

struct UnrankedRow {
  std::string_view id, name;
  std::string total;  ///< empty: none
  int weight_with_data = 0;
  bool disqualified = false;
  const Bilingual* reason = nullptr;  ///< never null
};

/// An award that stands.
struct AwardRow {
  std::string_view id, name, title, reason;
  CivilDate on;
  std::string hash;  ///< of its record
};

class AwardList {
 public:
  void update(App& app, const AwardQuery& query);
  [[nodiscard]] std::size_t total() const { return all_; }  ///< providers, without the query
  [[nodiscard]] const std::vector<RankedRow>& ranked() const { return ranked_; }
  [[nodiscard]] const std::vector<UnrankedRow>& unranked() const { return unranked_; }  ///< by identifier
  [[nodiscard]] const std::vector<AwardRow>& awards() const { return awards_; }         ///< latest first
  [[nodiscard]] std::size_t all_ranked() const { return all_ranked_; }
  [[nodiscard]] std::size_t all_unranked() const { return all_unranked_; }
  [[nodiscard]] std::size_t all_awards() const { return all_awards_; }

 private:
  void list_ranked(App& app, const SearchQuery& search);
  void list_unranked(App& app, const SearchQuery& search);
  void list_awards(App& app, const SearchQuery& search);

  std::uint64_t revision_ = 0;
  AwardQuery query_;
  RecordIndex records_;
  std::vector<RankedRow> ranked_;
  std::vector<UnrankedRow> unranked_;
  std::vector<AwardRow> awards_;
  std::size_t all_ = 0, all_ranked_ = 0, all_unranked_ = 0, all_awards_ = 0;
};

}  // namespace hengping::shell
