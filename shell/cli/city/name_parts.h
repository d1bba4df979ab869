// Parts of fictitious names, and what is said in generated records, from assets/city/names.json.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hengping::cli {

/// What a sentence is for; each names a list under `topics`.
enum class Topic : std::uint8_t {
  amended_agreed,
  amended_later,
  amended_unagreed,
  appeal_overturned,
  appeal_upheld,
  appealed,
  award_reasons,
  award_titles,
  checklists,
  complaint_dismissed,
  complaint_upheld,
  corrected,
  decided_disqualified,
  decided_retained,
  enterprise_removed,
  extended,
  finding_confirmed,
  finding_dismissed,
  notes,
  order_notes,
  paper_notes_enterprise,
  paper_notes_provider,
  reasons_for_longer,
  rectification_refused,
  rectification_voided,
  reinstated,
  replacement_after_refusal,
  replacement_approved,
  replacement_rejected,
  replacement_requested,
  replied,
  revoked,
  waived,
  waived_change,
  waived_for_ground
};
inline constexpr std::array<std::string_view, 35> topic_names = {"amended_agreed",
                                                                 "amended_later",
                                                                 "amended_unagreed",
                                                                 "appeal_overturned",
                                                                 "appeal_upheld",
                                                                 "appealed",
                                                                 "award_reasons",
                                                                 "award_titles",
                                                                 "checklists",
                                                                 "complaint_dismissed",
                                                                 "complaint_upheld",
                                                                 "corrected",
                                                                 "decided_disqualified",
                                                                 "decided_retained",
                                                                 "enterprise_removed",
                                                                 "extended",
                                                                 "finding_confirmed",
                                                                 "finding_dismissed",
                                                                 "notes",
                                                                 "order_notes",
                                                                 "paper_notes_enterprise",
                                                                 "paper_notes_provider",
                                                                 "reasons_for_longer",
                                                                 "rectification_refused",
                                                                 "rectification_voided",
                                                                 "reinstated",
                                                                 "replacement_after_refusal",
                                                                 "replacement_approved",
                                                                 "replacement_rejected",
                                                                 "replacement_requested",
                                                                 "replied",
                                                                 "revoked",
                                                                 "waived",
                                                                 "waived_change",
                                                                 "waived_for_ground"};

struct NameParts {
  struct District {
    std::string code, name;
  };
  struct Industry {
    std::string name;
    std::vector<std::string> words;
  };
  struct ProviderWord {
    std::string word, type;
  };
  struct Item {
    std::string name, function, purpose;
    std::int32_t from = 0, to = 0;  ///< unit price, yuan
    std::int32_t most = 1;          ///< largest quantity
    bool standard = false;
  };
  /// One problem with the requirement and the scenario that answer it (Article 5(1)).
  struct Need {
    std::string tag, problem, requirement, scenario;
  };
  struct Question {
    std::string question;
    std::vector<std::string> good, poor;  ///< answers
  };
  /// What is said under an item of the measures.
  struct ArticleTexts {
    std::string article;
    std::vector<std::string> texts;
  };
  std::vector<std::string> surnames, rare_surnames, given_first, given_second, roads, brand_first, brand_second, scopes;
  std::vector<District> districts;
  std::vector<Industry> industries;
  std::vector<ProviderWord> provider_words;
  std::vector<Item> items;
  std::vector<std::string> satisfied, basically_satisfied, unsatisfied, correction_notes, withdrawal_reasons;
  std::vector<std::string> score_names;
  std::vector<Need> needs;
  std::vector<std::string>
      deliverable_titles;  ///< in the order of deliverable_choices; follow the name of the enterprise or industry
  std::vector<Question> inspection_questions, assessment_answers;
  std::vector<ArticleTexts> complaints, findings, notices, submissions;
  std::array<std::vector<std::string>, topic_names.size()> topics;
  std::string city, number_suffix, company_suffix, company_place;

  [[nodiscard]] const std::vector<std::string>& about(Topic topic) const {
    return topics[static_cast<std::size_t>(topic)];
  }
};

/// Those of one article; a part that is missing stops the program, for the file is built in.
[[nodiscard]] const std::vector<std::string>& texts_of(const std::vector<NameParts::ArticleTexts>& lists,
                                                       std::string_view article);

/// The embedded parts; a part that is missing stops the program, for the file is built in.
[[nodiscard]] const NameParts& name_parts();

}  // namespace hengping::cli
