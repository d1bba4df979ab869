// Inspections as the screens show them: the list, and one with its answers, findings and photos.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/app/app.h"
#include "shell/app/inspection_form.h"

namespace hengping::shell {

struct InspectionQuery {
  std::string text;      ///< in id, check list, and the ids and names of provider and contract
  std::string provider;  ///< only this one's; empty: all
  [[nodiscard]] bool operator==(const InspectionQuery&) const = default;
};

/// Views into the ledger, valid until the next `App::begin_frame`, command or store answer.
struct InspectionRow {
  std::string_view id, provider, provider_name, engagement, checklist;  ///< the contract may be empty
  CivilDate on;
  std::size_t findings = 0;
};

/// All that count, the latest first, also those of days to come.
class InspectionList {
 public:
  void update(App& app, const InspectionQuery& query);
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] std::size_t total() const { return all_; }  ///< without the query
  [[nodiscard]] const InspectionRow& row(std::size_t index) const { return rows_[index]; }

 private:
  std::uint64_t revision_ = 0;
  InspectionQuery query_;
  std::vector<InspectionRow> rows_;
  std::size_t all_ = 0;
};

struct AnswerView {
  std::string article;  ///< "7.1"; empty where this version does not know the list
  Bilingual text;       ///< of the item, or its identifier
  std::optional<ItemAnswer> answer;
  std::string remark;
};
struct FindingView {
  std::string id, article, text, hash;  ///< the hash is the record's
};
struct InspectionDetail {
  std::string id, on, provider, provider_name, engagement, checklist, note, hash;
  std::vector<AnswerView> answers;
  std::vector<FindingView> findings;
  std::vector<Attachment> photos;
  std::size_t photos_missing = 0;  ///< of these the bytes are not on this device; they are not among `photos`
};
/// Nothing if there is none of that identifier.
[[nodiscard]] std::optional<InspectionDetail> inspection_detail(App& app, std::string_view id);

}  // namespace hengping::shell
