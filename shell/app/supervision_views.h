// What the measures say of one provider beyond the grounds of Article 9: the conduct rules of Article 6, Article 10's score card, and how the
// verdicts came about.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "core/rules/conduct.h"
#include "core/rules/ranking.h"
#include "core/rules/timeline.h"
#include "shell/app/app.h"
#include "shell/app/record_references.h"
#include "shell/app/ref_name.h"

namespace hengping::shell {

/// A complaint or finding.
struct CaseReference {
  std::string id;
  bool complaint = false;
  RecordReference record;  ///< of its filing or raising
};

struct ConductRuleView {
  std::string article;                                    ///< "6.1"
  Bilingual article_name;                                 ///< "第六条（一）"
  std::string article_text;                               ///< the measures' own words, Chinese
  std::vector<CaseReference> confirmed, open, dismissed;  ///< complaints first, each in byte order
  Bilingual explanation;
  [[nodiscard]] bool quiet() const { return confirmed.empty() && open.empty() && dismissed.empty(); }
};
/// 6.1–6.6 always, then other articles of which there are cases.
[[nodiscard]] std::vector<ConductRuleView> conduct_views(App& app, const ProviderState& provider,
                                                         const Records& records);

struct CriterionView {
  Criterion criterion = Criterion::satisfaction;
  Bilingual name;
  int weight = 0;
  std::string points;       ///< "87.5"; empty: no data
  double share = 0;         ///< points, 0–100, for drawing only
  std::string low, high;    ///< what the ratings' mean may be; empty but for satisfaction
  std::size_t records = 0;  ///< how many were counted
  Bilingual explanation;
};

/// Article 10 of one provider: its card, and its place among all.
struct ScoreView {
  std::vector<CriterionView> criteria;
  std::string total;         ///< "83.27"; empty: no total
  int weight_with_data = 0;  ///< coverage, 0–100
  Bilingual explanation;     ///< of the total
  std::optional<int> rank;   ///< none: not ranked, see `place`
  std::size_t ranked = 0;    ///< how many are ranked
  std::size_t tied_with = 0;
  int best = 0, worst = 0;  ///< ranks while one weight moves by a fifth; 0: not ranked
  Bilingual place;          ///< the rank's reasons, or why there is none
};
/// Nothing if no such provider is registered by today.
[[nodiscard]] std::optional<ScoreView> score_view(App& app, std::string_view provider);

/// The verdicts that changed at once: by a record, or because a day had passed.
struct ChangeView {
  struct Sentence {
    Bilingual words;
    std::string ref;  ///< as it stands in the words; empty: the verdict has none that wants wording
    RefName name;     ///< the same in parts
  };
  std::string on;
  std::vector<Sentence> sentences;    ///< one for each verdict
  std::optional<RecordReference> by;  ///< none: by the passing of days
};
/// Latest first, until today.
[[nodiscard]] std::vector<ChangeView> change_views(App& app, std::string_view provider);

}  // namespace hengping::shell
