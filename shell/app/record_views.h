// Records of the ledger as the screens show them, and the state of data exchange.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/ledger/ledger.h"
#include "shell/app/app.h"
#include "shell/app/record_members.h"

namespace hengping::shell {

/// One record of a fact in a list. The words for `kind` come from the screens' text tables.
struct RecordRow {
  std::size_t index = 0;  ///< into Ledger::records()
  std::string_view kind;  ///< "rating.given"
  CivilDate on;           ///< when it took effect
  Role by = Role::bureau;
  std::string_view provider, enterprise, engagement, period;  ///< what it names; empty where it names none
  std::string_view provider_name, enterprise_name;
  std::string hash;         ///< 64 hex digits
  std::string_view device;  ///< whose feed it stands in
  std::string_view device_name;
  std::uint64_t sequence = 0;
  std::string_view at;  ///< instant claimed, see instant_text
};

[[nodiscard]] RecordRow record_row(App& app, std::size_t index);

/// One record in full: what it says, who stated it, and what vouches for it.
struct RecordDetail {
  std::size_t index = 0;  ///< into Ledger::records()
  std::string hash, kind, on, at, device, device_name;
  std::uint64_t sequence = 0;
  Role by = Role::bureau;
  bool on_behalf = false;
  bool in_future = false;                                                        ///< takes effect after today
  std::string provider, provider_name, enterprise, enterprise_name, engagement;  ///< empty where it names none
  RecordStanding standing = RecordStanding::counts;
  std::optional<Bilingual> not_understood;  ///< why this version does not understand it
  bool is_fact = true;                      ///< else a statement about the ledger, or not understood
  bool disclosed = false;  ///< shown without what stands around its body: sequence and instant are not known
  [[nodiscard]] bool is_statement() const { return !is_fact && !not_understood; }
  std::vector<RecordMember> members;
  std::vector<Attachment> attachments;  ///< see App::attachments_of
  std::string bytes;                    ///< exactly as hashed
};
/// Nothing if the ledger holds no record of that hash.
[[nodiscard]] std::optional<RecordDetail> record_detail(App& app, std::string_view hash);

/// Finds the record that holds a body (RatingRow::body and the like). Kept by the screen; `update` before use.
class RecordIndex {
 public:
  void update(App& app);
  /// Index into Ledger::records(); `nowhere` if there is none.
  [[nodiscard]] std::size_t find(const void* body) const;
  static constexpr std::size_t nowhere = static_cast<std::size_t>(-1);

 private:
  std::uint64_t revision_ = 0;
  std::unordered_map<const void*, std::size_t> by_body_;
};

/// The address of the alternative that a body holds; what RecordIndex finds by.
[[nodiscard]] const void* body_address(const Body& body);

// ---------------------------------------------------------------- 数据交换

struct FeedRow {
  std::string device;  ///< 32 hex digits
  std::string name;
  Role role = Role::bureau;
  bool own = false;
  std::size_t records = 0;
  std::string head_hash;  ///< of its last record; empty while it has none
  std::string last_at;    ///< instant of its last record
};

/// What is held and where it comes from. The preview of an import is App::import_preview().
struct ExchangeView {
  std::size_t records = 0;
  std::vector<std::pair<std::string, std::size_t>> by_kind;  ///< every kind that occurs, in the order of semantics §1
  std::vector<FeedRow> feeds;
  std::size_t bytes = 0;  ///< of all records
};
[[nodiscard]] ExchangeView exchange_view(App& app);

}  // namespace hengping::shell
