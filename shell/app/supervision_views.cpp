#include "shell/app/supervision_views.h"

#include <algorithm>
#include <utility>

#include "shell/app/display.h"

namespace hengping::shell {

namespace {

class Cases {
 public:
  Cases(const State& state, const Records& records) : state_(state), records_(records) {}

  void append(std::vector<CaseReference>& to, const std::vector<std::string>& ids, bool complaint) const {
    for (const std::string& id : ids) {
      CaseReference reference;
      reference.id = id;
      reference.complaint = complaint;
      const auto symbol = state_.symbols().find<CaseId>(id);
      if (const CaseState* one = symbol ? state_.find_case(*symbol) : nullptr) {
        const void* body = complaint ? static_cast<const void*>(one->complaint) : one->finding;
        reference.record = records_.find(body);
      }
      to.push_back(std::move(reference));
    }
  }

 private:
  const State& state_;
  const Records& records_;
};

template <class Placed>
const Placed* find_provider(const std::vector<Placed>& among, std::string_view provider) {
  const auto found =
      std::find_if(among.begin(), among.end(), [provider](const Placed& one) { return one.card.provider == provider; });
  return found == among.end() ? nullptr : &*found;
}

CriterionView criterion_view(const CriterionScore& score) {
  constexpr double hundredths = 100;
  CriterionView view;
  view.criterion = score.criterion;
  view.name = criterion_words(score.criterion);
  view.weight = score.weight;
  if (score.points) {
    view.points = score.points->to_string();
    view.share = score.points->hundredths / hundredths;
  }
  if (score.interval) {
    view.low = score.interval->low.to_string();
    view.high = score.interval->high.to_string();
  }
  view.records = score.refs.size();
  view.explanation = score.explanation;
  return view;
}

}  // namespace

std::vector<ConductRuleView> conduct_views(App& app, const ProviderState& provider, const Records& records) {
  const Policy& policy = app.policy();
  const State& state = app.state();
  const Cases cases(state, records);
  std::vector<ConductRuleView> views;
  for (const ConductRule& rule : judge_conduct(RuleInput{state, provider, policy, app.today()})) {
    ConductRuleView view;
    view.article = rule.article;
    view.article_name = article_name(rule.article);
    if (const Article* article = policy.article(rule.article)) view.article_text = article->text;
    const auto both = [&](std::vector<CaseReference>& to, std::vector<std::string> ConductCases::*which) {
      cases.append(to, rule.complaints.*which, true);
      cases.append(to, rule.findings.*which, false);
    };
    both(view.confirmed, &ConductCases::confirmed);
    both(view.open, &ConductCases::open);
    both(view.dismissed, &ConductCases::dismissed);
    view.explanation = rule.explanation;
    views.push_back(std::move(view));
  }
  return views;
}

std::optional<ScoreView> score_view(App& app, std::string_view provider) {
  const Ranking& ranking = app.ranking();
  const RankedProvider* ranked = find_provider(ranking.ranked, provider);
  const UnrankedProvider* unranked = ranked == nullptr ? find_provider(ranking.unranked, provider) : nullptr;
  if (ranked == nullptr && unranked == nullptr) return std::nullopt;
  const ScoreCard& card = ranked != nullptr ? ranked->card : unranked->card;
  ScoreView view;
  for (const CriterionScore& score : card.criteria_scores) view.criteria.push_back(criterion_view(score));
  if (card.total) view.total = total_text(card.total->rounded());
  view.weight_with_data = card.weight_with_data;
  view.explanation = card.explanation;
  view.ranked = ranking.ranked.size();
  if (ranked != nullptr) {
    view.rank = ranked->rank;
    view.tied_with = ranked->tied_with;
    view.best = ranked->best.rank;
    view.worst = ranked->worst.rank;
    view.place = ranked->explanation;
  } else {
    view.place = unranked->reason;
  }
  return view;
}

std::vector<ChangeView> change_views(App& app, std::string_view provider) {
  const auto entries = timeline(app.ledger().sequence(), app.base_policy(), provider, app.today());
  std::vector<const Fact*> facts;
  for (const TimelineEntry& entry : entries) {
    if (entry.by != nullptr) facts.push_back(entry.by);
  }
  const auto references = references_to(app.ledger(), facts);
  std::vector<ChangeView> views;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
    ChangeView view;
    view.on = entry->on.to_string();
    for (const VerdictChange& change : entry->changes) {
      ChangeView::Sentence sentence{describe(change), {}, {}};
      if (change.subject == VerdictChange::Subject::trigger) {
        sentence.ref = change.ref;
        sentence.name = name_ref(change.ref, app.state());
      }
      view.sentences.push_back(std::move(sentence));
    }
    if (entry->by != nullptr) view.by = references.at(entry->by);
    views.push_back(std::move(view));
  }
  return views;
}

}  // namespace hengping::shell
