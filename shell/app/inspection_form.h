// An inspection while it is carried out: answers to a check list, what was found, photos. It becomes one `inspection.conducted`, and a `finding.raised` for
// each answer that raises one, as one action.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/codec/json_value.h"
#include "shell/app/app.h"
#include "shell/app/attachments.h"
#include "shell/app/checklist.h"

namespace hengping::shell {

enum class ItemAnswer : std::uint8_t { meets, fails, not_applicable };
/// "meets", "fails", "not_applicable": as answers are stored.
[[nodiscard]] std::string_view answer_name(ItemAnswer answer);
[[nodiscard]] std::optional<ItemAnswer> answer_of(std::string_view name);

struct AnswerForm {
  std::optional<ItemAnswer> answer;
  std::string remark;   ///< of what fails: the text of the finding
  bool raises = true;   ///< of what fails: a finding is raised
  std::string article;  ///< that the finding goes by; empty: the item's own
  [[nodiscard]] bool operator==(const AnswerForm&) const = default;
};

struct InspectionForm {
  std::string on, provider, engagement, note;
  std::string checklist;            ///< id; the version is the latest that ships
  std::vector<AnswerForm> answers;  ///< by the list's items
  std::vector<Attachment> photos;
  [[nodiscard]] bool operator==(const InspectionForm&) const = default;
};

[[nodiscard]] InspectionForm new_inspection_form(const App& app, std::string_view provider = {});
/// The list that it answers; the first that ships if its own is not there any more.
[[nodiscard]] const Checklist& checklist_of(const InspectionForm& form);
/// How many items have been answered.
[[nodiscard]] std::size_t answered(const InspectionForm& form);

/// The inspection first, then its findings. Identifiers are made of the day and the device, so that devices that have not met do not take the same:
/// "I20261123-3f9a-2", "F20261123-3f9a-2-1".
[[nodiscard]] std::vector<JsonValue> make_facts(const App& app, const InspectionForm& form);
/// Takes it in with its photos and lets its draft go. Pointers of faults: "/provider", "/engagement", "/on" and so on, "/items/<n>/text" and
/// "/items/<n>/article" for the n-th item of the list. `inspection` is the identifier that it got.
SubmitResult submit_inspection(App& app, const InspectionForm& form, std::string& inspection);

/// The name of its draft (App::keep_draft).
inline constexpr std::string_view inspection_draft = "inspection";
void keep_inspection(App& app, const InspectionForm& form);
/// What was kept, if it can be read and its list still ships.
[[nodiscard]] std::optional<InspectionForm> kept_inspection(const App& app);

}  // namespace hengping::shell
